using AutoResolve.Sources;
using AutoResolve.Sources.Building;
using AutoResolve.Testing;
using AutoResolve.Tests.Rules.Schema;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Sources.Building;

public sealed class RuleSetBuilderTests
{
    private readonly FakeTimeProvider _clock = new(Decisions.SomeRules.Now);

    [Fact]
    public async Task Load_SharedSetWithoutRules_IsSound()
    {
        var set = new RuleSetBuilder("talk", "How people talk", "support")
            .Set("shared", true)
            .Set("profile", System.Text.Json.Nodes.JsonNode.Parse("""{ "en": { "withdrawn": { "anyOf": ["drop it"] } } }"""));

        Assert.Empty((await Rulebook.LoadAsync(set.ToSource(), timeProvider: _clock)).Diagnostics);
    }

    [Fact]
    public async Task Load_SetWithOneOfEverything_IsTheFormat()
    {
        var set = new RuleSetBuilder("built", "Built in code", "support")
            .Set("handlers", new System.Text.Json.Nodes.JsonObject { ["unlock"] = "Unlocks" })
            .Set("facts", new System.Text.Json.Nodes.JsonObject { ["incident"] = "Id of the open incident" })
            .Add(
                new RuleBuilder("built.answer", "Answers", "built/answer")
                    .When(RuleCondition.AnyOf("alpha"))
                    .Answer("en", "Hello \"you\"")
                    .Answer("es", "Hola")
            )
            .Add(
                new RuleBuilder("built.fix", "Fixes", "built/fix")
                    .When(RuleCondition.AllOf("beta", "gamma"))
                    .Fix("unlock", ("user", "{{ issue.fields.user }}"))
            )
            .Add(
                new RuleBuilder("built.route", "Routes", "built/route")
                    .When(RuleCondition.Near(3, "delta", "epsilon"))
                    .Route("payments")
                    .Set("priority", 5)
            )
            .Add(
                new RuleBuilder("built.escalate", "Escalates", "built/escalate")
                    .When(RuleCondition.Any(RuleCondition.Field("errorCode", "1", "2"), RuleCondition.Fact("incident", "7")))
                    .Escalate()
            )
            .Add(
                new RuleBuilder("built.ignore", "Ignores", "built/ignore")
                    .When(RuleCondition.All(RuleCondition.Json("""{ "regex": "z+" }"""), RuleCondition.None(RuleCondition.AnyOf("zeta"))))
                    .Ignore()
                    .SetThen("note", "n")
            )
            .Add(
                new RuleBuilder("built.draft", "Is tested", "built/draft")
                    .Status(RuleStatus.Draft)
                    .When(RuleCondition.AnyOf("eta"))
                    .Escalate("legal")
            );

        var rulebook = await Rulebook.LoadAsync(set.ToSource(), timeProvider: _clock);

        Assert.Equal(6, rulebook.Rules.Count);
        Assert.Equal("", RuleSchema.Problems(set.ToJson()));
        var matches = new List<RuleReference>();
        rulebook.FindMatches(new Issue { Id = "1", Text = "gamma ray and beta" }, matches);
        Assert.Equal("built.fix", Assert.Single(matches).Id);
    }

    [Fact]
    public async Task Load_BrokenRule_IsToldByItsNameWithWhatToDo()
    {
        var set = new RuleSetBuilder("built", "Built in code", "support")
            .Add(new RuleBuilder("built.fine", "Fine", "built/fine").When(RuleCondition.AnyOf("alpha")).Ignore())
            .Add(new RuleBuilder("built.broken", "Broken", "built/broken").When(RuleCondition.AnyOf("@nope")).SetThen("outcom", "route"))
            .Set("titel", "Twice");

        var exception = await Assert.ThrowsAsync<RulebookException>(() => Rulebook.LoadAsync(set.ToSource(), timeProvider: _clock));

        Assert.Contains("AR1009 Rule 'built.broken': Unknown key 'outcom'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AR1009 Rule set 'built': Unknown key 'titel'", exception.Message, StringComparison.Ordinal);
        var problem = exception.Diagnostics.First(diagnostic => diagnostic.Message.Contains("outcom", StringComparison.Ordinal));
        Assert.Contains("outcom", set.ToJson().Split('\n')[problem.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_ConditionNestedTooDeep_IsToldByItsRule()
    {
        var set = new RuleSetBuilder("built", "Built in code", "support").Add(
            new RuleBuilder("built.deep", "Deep", "built/deep").When(Nested(400)).Ignore()
        );

        var result = await Rulebook.TryLoadAsync(set.ToSource(), timeProvider: _clock);

        Assert.Contains("AR1007", Assert.Single(result.Diagnostics).ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Nested(401));
    }

    [Fact]
    public void Group_OfNull_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => RuleCondition.All(RuleCondition.AnyOf("alpha"), null!));

    [Fact]
    public void Set_ValueThatIsPartOfAnother_IsCopied()
    {
        var owner = new System.Text.Json.Nodes.JsonObject { ["facts"] = new System.Text.Json.Nodes.JsonObject { ["incident"] = "Id" } };

        var set = new RuleSetBuilder("built", "Built in code", "support")
            .Set("facts", owner["facts"])
            .Add(new RuleBuilder("built.rule", "Rule", "built/rule").Set("facts", owner["facts"]).SetThen("facts", owner["facts"]));

        Assert.Equal(3, set.ToJson().Split("\"incident\"").Length - 1);
    }

    [Fact]
    public async Task Load_BrokenRuleWithoutAnId_IsToldByItsPlace()
    {
        var set = new RuleSetBuilder("built", "Built in code", "support")
            .Add(new RuleBuilder("built.fine", "Fine", "built/fine").When(RuleCondition.AnyOf("alpha")).Ignore())
            .Add(new RuleBuilder("", "Broken", "built/broken").When(RuleCondition.AnyOf("alpha")).Ignore());

        var result = await Rulebook.TryLoadAsync(set.ToSource(), timeProvider: _clock);

        Assert.Contains(result.Diagnostics, problem => problem.Message.StartsWith("Rule 2 of set 'built': ", StringComparison.Ordinal));
    }

    private static RuleCondition Nested(int depth)
    {
        var condition = RuleCondition.AnyOf("alpha");
        for (var level = 1; level < depth; level++)
            condition = RuleCondition.Any(condition);
        return condition;
    }

    [Theory]
    [InlineData("a/b", "AR1013")]
    [InlineData("../x", "AR1013")]
    public async Task Load_NameThatIsNone_IsToldAsSuch(string name, string code)
    {
        var result = await Rulebook.TryLoadAsync(new RuleSetBuilder(name, "Built", "support").ToSource(), timeProvider: _clock);

        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Code == code);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Code == "AR1033");
    }

    [Fact]
    public async Task Load_RuleThatAMessageNames_IsNotNamedTwice()
    {
        RuleBuilder Same() => new RuleBuilder("built.same", "Same", "built/same").When(RuleCondition.AnyOf("alpha")).Ignore();
        var set = new RuleSetBuilder("built", "Built in code", "support").Add(Same()).Add(Same());

        var result = await Rulebook.TryLoadAsync(set.ToSource(), timeProvider: _clock);

        Assert.All(result.Diagnostics, problem => Assert.Equal(2, problem.Message.Split("'built.same'").Length));
    }

    [Fact]
    public void Outcome_BesideAnother_IsRefusedButAnAnswerGoesWithAll()
    {
        RuleBuilder Rule() => new RuleBuilder("built.two", "Two", "built/two").When(RuleCondition.AnyOf("alpha"));

        var exception = Assert.Throws<InvalidOperationException>(() => Rule().Route("payments").Escalate());

        Assert.Equal(
            "Rule 'built.two' has the outcome 'route' and cannot have 'escalate' as well. Make two rules of it.",
            exception.Message
        );
        Assert.Throws<InvalidOperationException>(() => Rule().Ignore().Fix("unlock"));
        foreach (var rule in new[] { Rule().Answer("en", "a").Route("payments"), Rule().Route("payments").Answer("en", "a") })
        {
            Assert.Contains(
                "\"outcome\": \"route\"",
                new RuleSetBuilder("built", "Built", "support").Add(rule).ToJson(),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Null_IsRefusedWhereItIsGiven() =>
        Assert.Throws<ArgumentNullException>("id", () => new RuleBuilder(null!, "Title", "built/type"));

    [Fact]
    public async Task Load_RuleWithSourceAndReview_HasNoRemarks()
    {
        var set = new RuleSetBuilder("built", "Built in code", "support").Add(
            new RuleBuilder("built.rule", "Rule", "built/rule")
                .When(RuleCondition.AnyOf("alpha"))
                .Ignore()
                .SetThen("note", "n")
                .Source("Page 7 of the handbook")
                .Reviewed(DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime))
                .Test("alpha", match: true)
                .Test("beta", match: false)
        );

        Assert.DoesNotContain((await Rulebook.TryLoadAsync(set.ToSource(), timeProvider: _clock)).Diagnostics, problem =>
            problem.Code is "AR2003" or "AR2004"
        );
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    public void Json_NoObject_IsRefused(string json) => Assert.Throws<ArgumentException>(() => RuleCondition.Json(json));

    [Fact]
    public void Tests_OfABuiltRule_SayWhyTheyFail()
    {
        var tests = RuleTests.In(
            new RuleSetBuilder("built", "Built in code", "support")
                .Add(
                    new RuleBuilder("built.rule", "Rule", "built/rule")
                        .When(RuleCondition.AnyOf("alpha", "beta"))
                        .Ignore()
                        .Test("It says alpha", match: true)
                        .Test("It says beta", match: false)
                )
                .ToSource()
        );

        Assert.Equal(["built.rule 1", "built.rule 2"], tests.Cases.Select(test => test.Name));
        tests.Find("built.rule 1").Run();
        var exception = Assert.Throws<RuleTestException>(tests.Find("built.rule 2").Run);
        Snapshooter.Xunit.Snapshot.Match(exception.Message);
        Assert.Throws<ArgumentException>(() => tests.Find("built.rule 3"));
    }

    [Fact]
    public void Tests_OfBrokenRules_AreNotGiven() =>
        Assert.Throws<RulebookException>(() => RuleTests.In(RuleSource.Memory(new RuleSourceFile("a.json", "{"))));
}
