using AutoResolve.Rules;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Rules.Reading;

/// <summary>Steps that stand once and are named by rules.</summary>
public sealed class NamedStepsTests
{
    private const string Shared = """
        { "set": "shared", "title": "S", "owner": "o", "shared": true,
          "lists": { "cleared": ["cleared cookies"] },
          "steps": {
            "clear-cookies": { "say": { "en": "Clear the cookies." }, "sayToAgent": { "en": "Have them cleared." },
              "triedWhen": { "anyOf": ["@cleared"] } }
          } }
        """;

    [Fact]
    public void Step_OfASharedSet_IsSaidAndCountsAsTried()
    {
        var rulebook = SomeRules.Load(SharedSet(), Rule("\"clear-cookies\", { \"id\": \"wait\", \"say\": { \"en\": \"Wait.\" } }"));

        Assert.Equal(["clear-cookies", "wait"], Steps(rulebook, "alpha"));
        Assert.Equal(["wait"], Steps(rulebook, "alpha, I cleared cookies"));
        Assert.Equal(["wait"], Steps(rulebook, "alpha", "clear-cookies"));
    }

    [Fact]
    public void Step_Unknown_IsReported() =>
        Assert.Equal(
            "s.json:2:44 AR1050 There is no step 'clear-cooky' in this set or in a shared one. Define it under \"steps\", write it out here, or "
                + "correct the name. Did you mean 'clear-cookies'?",
            Problems(SharedSet(), Rule("\"clear-cooky\""))
        );

    [Fact]
    public void Step_TwiceInARule_IsReported() =>
        Assert.StartsWith(
            "s.json:2:61 AR1024 Another step of this rule already has the id 'clear-cookies'",
            Problems(SharedSet(), Rule("\"clear-cookies\", \"clear-cookies\"")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Step_OfTwoSets_IsReported() =>
        Assert.Contains(
            "AR1027 The step 'clear-cookies' is already shared by a.json:4",
            Problems(SharedSet(), Rule("\"clear-cookies\"", """ "steps": { "clear-cookies": { "say": { "en": "x" } } }, """)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Condition_OfAStepThatNothingUses_IsChecked() =>
        Assert.Contains(
            "AR3001",
            Problems(
                SharedSet(Shared.Replace("[\"@cleared\"]", "[\"@unknown\"]", StringComparison.Ordinal)),
                Rule("{ \"id\": \"wait\", \"say\": { \"en\": \"W\" } }")
            ),
            StringComparison.Ordinal
        );

    private static RuleFile Rule(string steps, string set = "") =>
        SomeRules.Set("s", set, SomeRules.Rule("a", $$"""{ "outcome": "answer", "steps": [{{steps}}] }"""));

    private static RuleFile SharedSet(string json = Shared) => SomeRules.File("a.json", json);

    private static IEnumerable<string> Steps(Rulebook rulebook, string text, params string[] tried) =>
        rulebook.Decide(SomeRules.Issue(text, tried: tried)).Answer!.Steps.Select(step => step.Id);

    private static string Problems(RuleFile shared, RuleFile rules) =>
        string.Join(
            '\n',
            SomeRules.TryLoad(shared, rules).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        );
}
