namespace AutoResolve.Tests.Decisions;

/// <summary>Two problems in one message: the winner is carried out, the other is told.</summary>
public sealed class OtherProblemTests
{
    private const string Answer = """{ "outcome": "answer", "answer": { "en": "Set the clock." } }""";

    private static string Rule(string id, string type, string phrase, string then = Answer, string more = "", string status = "active") =>
        SomeRules.Rule(id, then, $$"""{ "anyOf": ["{{phrase}}"] }""", status, more).Replace($"t/{id}", type, StringComparison.Ordinal);

    [Fact]
    public void Decide_TwoTopics_TheWinnerIsCarriedOutAndTheOtherTold()
    {
        var rulebook = SomeRules.Load(
            Rule("clock", "sign-in/code-002", "error 002", more: "\"priority\": 40,"),
            Rule("pdf", "documents/pdf", "please wait")
        );

        var resolution = rulebook.Decide("I get error 002. Also, the PDF only says please wait.");

        Assert.Equal(("clock", Outcome.Answered), (resolution.Rule?.Id, resolution.Outcome));
        var other = Assert.Single(resolution.Others);
        Assert.Equal(("pdf", "documents/pdf", null), (other.Rule.Id, other.Rule.Type, other.Team));
        Assert.Equal(("please wait", 41), (Assert.Single(other.Evidence).Condition, other.Evidence[0].Start));
        Assert.Equal(
            "Rule clock matched \"error 002\". It speaks of something else, too, that is not dealt with: Rule pdf matched \"please wait\".",
            resolution.Summary
        );
        Assert.Empty(rulebook.Decide("I get error 002.").Others);
    }

    [Theory]
    [InlineData("sign-in/loop", "please wait", "", "active")]
    [InlineData("sign-in", "please wait", "", "active")]
    [InlineData("documents/pdf", "002", "", "active")]
    [InlineData("documents/pdf", "please wait", "", "shadow")]
    [InlineData("documents/pdf", "please wait", "", "suggest")]
    [InlineData("documents/pdf", "please wait", "", "draft")]
    [InlineData("documents/pdf", "please wait", "\"until\": \"2026-01-31\",", "active")]
    public void Decide_SameTopicOverlappingOrNotInForce_IsNoOtherProblem(string type, string phrase, string more, string status)
    {
        var rulebook = SomeRules.Load(
            Rule("clock", "sign-in/code-002", "error 002", more: "\"priority\": 40,"),
            Rule("other", type, phrase, more: more, status: status)
        );

        Assert.Empty(rulebook.Decide("I get error 002. Also, the PDF only says please wait.").Others);
    }

    [Fact]
    public void Decide_RulesThatOnlyAddOrIgnore_AreNoOtherProblem()
    {
        var rulebook = SomeRules.Load(
            Rule("clock", "sign-in/code-002", "error 002", more: "\"priority\": 40,"),
            Rule("tag", "documents/pdf", "please wait", """{ "tags": ["pdf"] }""", "\"also\": true,"),
            Rule("thanks", "feedback/thanks", "thanks", """{ "outcome": "ignore" }""")
        );

        Assert.Empty(rulebook.Decide("I get error 002, please wait, thanks").Others);
    }

    [Fact]
    public void Decide_SeveralOfATopic_TheBestIsTold()
    {
        var rulebook = SomeRules.Load(
            Rule("clock", "sign-in/code-002", "error 002", more: "\"priority\": 40,"),
            Rule("pdf", "documents/pdf", "please wait", more: "\"priority\": 30,"),
            Rule("letter", "documents/letter", "letter", more: "\"priority\": 20,"),
            Rule("meds", "meds/refill", "refill")
        );

        Assert.Equal(["pdf", "meds"], rulebook.Decide("error 002, please wait, letter, refill").Others.Select(other => other.Rule.Id));
    }

    [Theory]
    [InlineData("b", "b")]
    [InlineData("a", null)]
    public void Decide_TwoRoutes_TheOthersTeamIsNamedWhereItIsAnother(string team, string? told)
    {
        var rulebook = SomeRules.Load(
            Rule("first", "sign-in/code", "error 102", """{ "outcome": "route", "team": "a" }""", "\"priority\": 40,"),
            Rule("second", "meds/list", "meds", $$"""{ "outcome": "route", "team": "{{team}}", "tier": 2 }""")
        );

        var resolution = rulebook.Decide("error 102 and my meds are gone");

        Assert.Equal("a", resolution.Team);
        Assert.Equal((told, told is null ? null : 2), (Assert.Single(resolution.Others).Team, resolution.Others[0].Tier));
    }

    [Fact]
    public void Decide_ALaterTurn_SpeaksOnlyOfItself()
    {
        var rulebook = SomeRules.Load(
            Rule("clock", "sign-in/code-002", "error 002", more: "\"priority\": 40,"),
            Rule("pdf", "documents/pdf", "please wait")
        );
        var issue = SomeRules.Issue("the PDF says please wait") with
        {
            Turns =
            [
                new Turn
                {
                    Id = "m2",
                    Text = "Now I get error 002",
                    Author = Author.Customer,
                },
            ],
        };

        var resolution = rulebook.Decide(issue);

        Assert.Equal("clock", resolution.Rule?.Id);
        Assert.Empty(resolution.Others);
    }

    [Fact]
    public void HandOver_TwoProblems_HasTheOther()
    {
        var rulebook = SomeRules.Load(
            Rule("first", "sign-in/code", "error 102", """{ "outcome": "route", "team": "a" }""", "\"priority\": 40,"),
            Rule("second", "meds/list", "meds", """{ "outcome": "route", "team": "b" }""")
        );

        var resolution = rulebook.Decide("error 102 and my meds are gone");

        Assert.Single(resolution.Others);
        Assert.Equal(resolution.Others, Handover.Of(resolution).Others);
    }
}
