using AutoResolve.Matching;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Matching;
using AutoResolve.Tests.Rules;

namespace AutoResolve.Tests.Operators;

public sealed class PointsTests
{
    private const string When = """{ "points": { "5": ["kill", "goodbye letter"], "3": ["tonight"], "-4": ["time"] }, "needed": 8 }""";

    [Theory]
    [InlineData("I will kill tonight", true)]
    [InlineData("goodbye letters, and kill", true)]
    [InlineData("tonight", false)]
    [InlineData("kill", false)]
    [InlineData("kill kill kill", false)]
    [InlineData("kill, killed, killing", false)]
    [InlineData("kill time tonight", false)]
    [InlineData("a goodbye letter to kill time tonight", true)]
    public void Points_OfPhrasesFound_AreCountedOnceEach(string text, bool holds) => Assert.Equal(holds, Programs.Holds(When, text));

    [Fact]
    public void Points_OfTitleAndText_AreCountedTogether() =>
        Assert.True(Programs.Holds(Programs.Rule(When), Programs.Text("kill", "tonight")));

    [Theory]
    [InlineData("kill", "tonight", false)]
    [InlineData("kill tonight", "thanks", true)]
    [InlineData("thanks", "kill tonight", true)]
    public void Points_OfTurns_AreCountedForEach(string first, string second, bool holds)
    {
        var issue = new Issue
        {
            Id = "1",
            Text = first,
            Turns = [new Turn { Id = "t", Text = second }],
        };

        Assert.Equal(holds, Programs.Holds(Programs.Rule(When), Programs.Prepare(issue)));
    }

    [Fact]
    public void Points_OfOnePhraseInTwoWordings_AreCountedOnce() =>
        Assert.False(Programs.Holds("""{ "points": { "5": ["wi-fi"], "3": ["router"] }, "needed": 6 }""", "wifi or wi-fi"));

    [Fact]
    public void Points_OfAPhraseThatStandsTwice_AreAdded() =>
        Assert.True(Programs.Holds("""{ "points": { "5": ["router"], "3": ["router"] }, "needed": 8 }""", "router"));

    [Fact]
    public void Points_OfPhrasesWithExceptions_AreNotCountedInThem() =>
        Assert.False(
            Programs.Holds("""{ "points": { "5": ["dying"] }, "needed": 5, "except": ["dying to know"] }""", "I am dying to know")
        );

    [Fact]
    public void Evidence_OfPoints_IsWhatCountsForThem()
    {
        var text = Programs.Text("a goodbye letter to kill time tonight");

        var match = Programs.Examine(Programs.Rule(When), text);

        Assert.Equal(
            ["goodbye letter", "kill", "tonight"],
            ConditionTracer.Trace(match.Rule, text, FactValues.None).Evidence.Select(evidence => evidence.Condition).Order()
        );
        Assert.Equal("8 points of \"kill\", \"goodbye letter\", \"tonight\"", match.Rule.When.Description);
    }

    // What was not looked for may count against it, so that a guard is not sure.
    [Fact]
    public void Decide_WorkThatEndsBeforeAllIsCounted_GoesToAPersonUndecided()
    {
        var against = string.Join(", ", Enumerable.Range(0, 200).Select(at => $"\"calm{at} down{at}\""));
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "s",
                """ "guard": true, """,
                SomeRules.Rule(
                    "p",
                    """{ "outcome": "escalate" }""",
                    $$"""{ "points": { "5": ["danger"], "-9": [{{against}}] }, "needed": 5 }"""
                )
            )
        );
        var issue = SomeRules.Issue("danger, calm199 down199 " + string.Concat(Enumerable.Range(0, 200).Select(at => $"calm{at}, ")));
        var needed = rulebook.Evaluate(issue).WorkTaken;

        var reasons = Enumerable.Range(0, (int)needed + 1).Select(work => ReasonOf(rulebook, issue, work)).ToList();

        Assert.Equal(ResolutionReason.NoRuleMatched, reasons[^1]);
        Assert.All(reasons.SkipLast(1), reason => Assert.Equal(ResolutionReason.TooMuchWork, reason));
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(8, null)]
    [InlineData(9, "AR1016 All phrases together come to 8 points, so 9 are never reached")]
    public void Use_MorePointsThanThereAre_IsReported(int needed, string? message)
    {
        var result = SomeRules.TryLoad(
            SomeRules.Set(
                "s",
                """ "conditions": { "signs": { "points": { "5": ["a"], "3": ["b"], "-2": ["c"] }, "needed": 1 } }, """,
                SomeRules.Rule("p", when: $$"""{ "use": "signs", "needed": {{needed}} }""")
            )
        );

        Assert.Equal(message is null, result.Rulebook is not null);
        if (message is not null)
            Assert.Contains(message, string.Join('\n', result.Diagnostics), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "points": {}, "needed": 1 }""", "AR1017 'points' has no phrases")]
    [InlineData("""{ "points": { "x-note": ["a"] }, "needed": 1 }""", "AR1017 'points' has no phrases")]
    [InlineData("""{ "points": { "-5": ["a"] }, "needed": 1 }""", "AR1016 All phrases together come to 0 points")]
    [InlineData("""{ "points": { "0": ["a"] }, "needed": 1 }""", "AR1016 The keys of 'points' are whole numbers")]
    [InlineData("""{ "points": { "five": ["a"] }, "needed": 1 }""", "AR1016 The keys of 'points' are whole numbers")]
    [InlineData("""{ "points": { "101": ["a"] }, "needed": 1 }""", "AR1016 The keys of 'points' are whole numbers")]
    [InlineData("""{ "points": { "5": ["a"] }, "needed": 6 }""", "AR1016 All phrases together come to 5 points")]
    [InlineData("""{ "points": { "5": ["a"] } }""", "AR1010")]
    [InlineData("""{ "points": { "5": "a" }, "needed": 1 }""", "AR1011")]
    [InlineData("""{ "points": ["a"], "needed": 1 }""", "AR1011")]
    [InlineData("""{ "needed": 1 }""", "AR1019")]
    public void BrokenPoints_AreReported(string when, string message) =>
        Assert.Contains(message, string.Join('\n', RuleFiles.Problems(RuleFiles.Rule(when: when))), StringComparison.Ordinal);

    private static ResolutionReason ReasonOf(Rulebook rulebook, Issue issue, long work) =>
        rulebook.Evaluate(issue, new EvaluationContext { MaxWork = work }).Decide().Resolution.Reason;
}
