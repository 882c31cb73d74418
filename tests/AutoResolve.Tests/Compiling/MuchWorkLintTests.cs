using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Compiling;

/// <summary>Lint tells what may use up all the work that an issue may cost.</summary>
public sealed class MuchWorkLintTests
{
    [Theory]
    [InlineData("""{ "regex": "([ab]{1,40}c?){6}q$" }""", true)]
    [InlineData("""{ "regex": "[ab]{1,60}q" }""", true)]
    [InlineData("""{ "regex": "[ab]{1,20}q" }""", false)]
    [InlineData("""{ "regex": "error [0-9]{3,5}" }""", false)]
    [InlineData("""{ "regex": "(a+)+b" }""", false)]
    [InlineData("""{ "field": "code", "matches": "[ab]{1,60}q" }""", true)]
    [InlineData("""{ "contains": ["error code"] }""", false)]
    [InlineData("""{ "none": [{ "anyOf": ["a"] }, { "regex": "[ab]{1,60}q" }] }""", true)]
    public void Lint_Condition_IsToldWhereItMayUseUpAll(string when, bool isTold) =>
        Assert.Equal(isTold, Lint(SomeRules.Rule("a", when: when)).Count == 1);

    [Fact]
    public void Lint_LongListOfStrings_IsTold()
    {
        var strings = string.Join(", ", Enumerable.Range(100, 300).Select(number => $"\"part {number}\""));

        Assert.Single(Lint(SomeRules.Rule("a", when: $$"""{ "contains": [{{strings}}] }""")));
    }

    [Fact]
    public void Lint_TriedWhenOfAStep_IsTold()
    {
        const string Then = """
            { "outcome": "answer", "tier": 1, "answer": { "en": "Try it." },
              "steps": [{ "id": "s", "say": { "en": "Try." }, "triedWhen": { "regex": "[ab]{1,60}q" } }] }
            """;

        Assert.Equal("/then/steps/0/triedWhen", Assert.Single(Lint(SomeRules.Rule("a", Then))).Message.Split(' ')[0]);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(30, 1)]
    public void Lint_RulesLookedForInEveryIssue_AreToldOnceInSum(int rules, int told)
    {
        var all = Enumerable
            .Range(0, rules)
            .Select(number => SomeRules.Rule($"r{number}", when: $$"""{ "regex": "[0-9]{2,4}-[0-9]{1,{{number + 1}}}#" }"""));

        var found = Lint([.. all]);

        Assert.Equal(told, found.Count);
        Assert.All(found, diagnostic =>
            Assert.StartsWith($"{rules} rules that require no word", diagnostic.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Lint_ManyPatternsWithWords_AreNotSummedUp() =>
        Assert.Empty(
            Lint([
                .. Enumerable
                    .Range(0, 200)
                    .Select(number => SomeRules.Rule($"r{number}", when: $$"""{ "regex": "error [0-9]+ code{{number}}" }""")),
            ])
        );

    private static List<Diagnostic> Lint(params string[] rules)
    {
        var result = SomeRules.TryLoad(SomeRules.Set("one", "", rules));
        Assert.NotNull(result.Rulebook);
        return [.. result.Diagnostics.Where(diagnostic => diagnostic.Code == MatchingCodes.MuchWork)];
    }
}
