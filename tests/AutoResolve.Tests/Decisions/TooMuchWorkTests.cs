using AutoResolve.Budgets;

namespace AutoResolve.Tests.Decisions;

/// <summary>All patterns and expressions of an issue may take so much work in sum; what would take more goes to a person.</summary>
public sealed class TooMuchWorkTests
{
    private const string Costly = """{ "regex": "([ab]{1,40}c?){6}q$" }""";

    // As much as a text of this length takes under one such pattern. It has the endings that the patterns need, but not at its end.
    private static readonly Issue Hostile = SomeRules.Issue("aq bq cq ax bx " + Repeat("ab")[15..]);

    [Fact]
    public void Decide_ManyCostlyPatterns_EscalatesAfterBoundedWork()
    {
        var rulebook = SomeRules.Load([
            .. Enumerable.Range(0, 20).Select(number => SomeRules.Rule($"r{number:D2}", when: Costly.Replace("40", $"{20 + number}"))),
            SomeRules.Rule("words", when: """{ "regex": "ab" }"""),
        ]);

        var evaluation = rulebook.Evaluate(Hostile with { Title = Hostile.Text });
        var decision = evaluation.Decide();

        Assert.Equal((Outcome.Escalated, ResolutionReason.TooMuchWork), Of(decision));
        Assert.Null(decision.Resolution.Rule);
        Assert.Empty(decision.Resolution.Suggestions);
        Assert.Empty(evaluation.Matches);
        Assert.InRange(evaluation.WorkTaken, WorkBudget.UsualSteps + 1, WorkBudget.UsualSteps + 2_000);
        Assert.Contains("more work than an issue may cost", decision.Resolution.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_LessWorkThanAllowed_IsDecidedByRules()
    {
        var rulebook = SomeRules.Load(SomeRules.Rule("costly", when: Costly));
        var issue = SomeRules.Issue(Repeat("ab")[..4_000] + "q");

        Assert.Equal(ResolutionReason.RuleMatched, Decide(rulebook, issue).Resolution.Reason);
        Assert.Equal(ResolutionReason.TooMuchWork, Decide(rulebook, issue, maxWork: 1_000_000).Resolution.Reason);
        Assert.Equal(ResolutionReason.TooMuchWork, Decide(rulebook, issue, maxWork: 0).Resolution.Reason);
    }

    [Fact]
    public void Decide_GuardBesideCostlyRules_StillGuards()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Set("one", "", SomeRules.Rule("costly", when: Costly)),
            SomeRules.Set(
                "two",
                """ "guard": true, """,
                SomeRules.Rule("stop", """{ "outcome": "escalate", "team": "crisis" }""", """{ "anyOf": ["harm myself"] }"""),
                SomeRules.Rule("stop-pattern", """{ "outcome": "escalate", "team": "crisis" }""", """{ "regex": "kill\\w+ me$" }""")
            )
        );

        Assert.Equal(ResolutionReason.TooMuchWork, Decide(rulebook, Hostile).Resolution.Reason);
        foreach (var words in new[] { " harm myself", " killing me" })
        {
            var resolution = Decide(rulebook, Hostile with { Text = Hostile.Text[..^words.Length] + words }).Resolution;
            Assert.Equal((ResolutionReason.Guarded, "crisis"), (resolution.Reason, resolution.Team));
        }
    }

    [Theory]
    [InlineData("early", ResolutionReason.Guarded)]
    [InlineData("too-late", ResolutionReason.TooMuchWork)]
    public void Decide_CostlyGuards_ThoseFoundBeforeStillGuard(string id, ResolutionReason reason)
    {
        const string Escalate = """{ "outcome": "escalate" }""";
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "two",
                """ "guard": true, """,
                SomeRules.Rule("guard", Escalate, Costly),
                SomeRules.Rule("none", Escalate, """{ "all": [{ "contains": ["?!"] }], "none": [{ "regex": "[ab]{1,400}x$" }] }"""),
                SomeRules.Rule(id, Escalate, """{ "contains": ["?!"] }""")
            )
        );

        var resolution = Decide(rulebook, Hostile, ahead: "?! ").Resolution;

        Assert.Equal((reason, reason == ResolutionReason.Guarded ? id : null), (resolution.Reason, resolution.Rule?.Id));
    }

    [Fact]
    public void Decide_WhatIsExceptedCannotBeLookedFor_DoesNotMatch()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Rule("none", when: """{ "all": [{ "anyOf": ["alpha"] }], "none": [{ "regex": "[ab]{1,200}q$" }] }"""),
            SomeRules.Rule("any", when: """{ "any": [{ "regex": "[ab]{1,200}q$" }, { "anyOf": ["alpha"] }] }""")
        );
        var evaluation = rulebook.Evaluate(Hostile with { Text = "alpha " + Hostile.Text });

        Assert.Empty(evaluation.Matches);
        Assert.Equal(ResolutionReason.TooMuchWork, evaluation.Decide().Resolution.Reason);
    }

    [Fact]
    public void Decide_TextsOfManyTurns_ShareTheBudget()
    {
        var rulebook = SomeRules.Load(SomeRules.Rule("costly", when: Costly));
        var turns = Enumerable.Range(0, 100).Select(number => new Turn { Id = $"{number}", Text = Hostile.Text[..500] });
        var issue = SomeRules.Issue("ab");

        Assert.Equal(ResolutionReason.NoRuleMatched, Decide(rulebook, issue with { Turns = [.. turns.Take(5)] }).Resolution.Reason);
        Assert.Equal(ResolutionReason.TooMuchWork, Decide(rulebook, issue with { Turns = [.. turns] }).Resolution.Reason);
    }

    [Fact]
    public void Decide_SeveralTimes_IsTheSame()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "one",
                """ "facts": { "load": "The load" }, """,
                SomeRules.Rule("costly", when: $$"""{ "all": [{{Costly}}, { "fact": "load", "equals": "high" }] }""")
            )
        );
        var issue = SomeRules.Issue(Repeat("ab")[..8_000] + "q");
        var evaluation = rulebook.Evaluate(issue, new EvaluationContext { MaxWork = 40_000_000 });
        FactLookup[] lookups = [new("load", "high", null)];

        var first = evaluation.With(lookups).Decide().Resolution;
        for (var time = 0; time < 20; time++)
        {
            Assert.Equal(ResolutionReason.NoRuleMatched, evaluation.Decide().Resolution.Reason);
            Assert.Equal(first, evaluation.With(lookups).Decide().Resolution);
        }

        Assert.Equal(ResolutionReason.RuleMatched, first.Reason);
    }

    [Fact]
    public void Decide_OnManyThreads_TakesTheSameWork()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Rule("costly", when: Costly),
            SomeRules.Rule("words", when: """{ "near": ["ab", "b"], "within": 3 }""")
        );
        var issue = SomeRules.Issue(string.Concat(Enumerable.Repeat("ab b ", 300)));
        var taken = new long[64];

        Parallel.For(0, taken.Length, number => taken[number] = rulebook.Evaluate(issue).WorkTaken);

        Assert.Single(taken.Distinct());
        Assert.InRange(taken[0], 1, WorkBudget.UsualSteps);
    }

    [Fact]
    public void HandOverAndExplain_TooMuchWork_TellItWithoutLookingForReasons()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Rule("costly", when: Costly),
            SomeRules.Rule("near", when: """{ "all": [{ "anyOf": ["alpha"] }, { "anyOf": ["beta"] }] }""")
        );
        var decision = Decide(rulebook, Hostile, ahead: "alpha ");

        var handover = decision.Whole().Handover!;
        Assert.Empty(handover.NearMisses);
        Assert.Empty(handover.Considered);
        var explanation = decision.Explain();
        Assert.Equal(ResolutionReason.TooMuchWork, explanation.Resolution.Reason);
        Assert.Empty(explanation.NearMisses);
        Assert.Empty(explanation.Denied);
    }

    [Fact]
    public void FindMatches_TooMuchWork_FindsWhatIsCertain()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Rule("a", when: """{ "anyOf": ["alpha"] }"""),
            SomeRules.Rule("b", when: Costly),
            SomeRules.Rule("c", when: """{ "all": [{ "anyOf": ["alpha"] }, { "regex": "[ab]{1,200}q$|alpha" }] }""")
        );
        List<RuleReference> matches = [];

        rulebook.FindMatches(Hostile with { Text = "alpha " + Hostile.Text }, matches);

        Assert.All(matches, match => Assert.Equal("a", match.Id));
    }

    private static Decision Decide(Rulebook rulebook, Issue issue, string ahead = "", long maxWork = WorkBudget.UsualSteps) =>
        rulebook.Evaluate(issue with { Text = ahead + issue.Text }, new EvaluationContext { MaxWork = maxWork }).Decide();

    private static (Outcome?, ResolutionReason) Of(Decision decision) => (decision.Resolution.Outcome, decision.Resolution.Reason);

    private static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
}
