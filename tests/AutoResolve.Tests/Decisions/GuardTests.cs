using AutoResolve.Rules;

namespace AutoResolve.Tests.Decisions;

public sealed class GuardTests
{
    private const string Escalate =
        """{ "outcome": "escalate", "team": "crisis-line", "tier": 3, "note": "Call at once.", "tags": ["danger"] }""";

    private static RuleFile Rest =>
        SomeRules.Set(
            "rest",
            "",
            SomeRules.Rule("answer", """{ "outcome": "answer", "answer": { "en": "Reset it." } }""", more: "\"priority\": 1000,"),
            SomeRules.Rule("suggest", status: "suggest")
        );

    [Fact]
    public void Decide_Guard_StopsAllAutomation()
    {
        var explanation = SomeRules.Load(Guards(SomeRules.Rule("guard", Escalate)), Rest).Explain("alpha");
        var resolution = explanation.Resolution;

        Assert.Equal((Outcome.Escalated, ResolutionReason.Guarded, "guard"), (resolution.Outcome, resolution.Reason, resolution.Rule?.Id));
        Assert.Equal(("crisis-line", 3), (resolution.Team, resolution.Tier));
        Assert.Equal(["Call at once."], resolution.Notes);
        Assert.Null(resolution.Answer);
        Assert.Empty(resolution.Questions);
        Assert.Empty(resolution.Actions);
        Assert.Empty(resolution.Suggestions);
        Assert.Equal(
            "Rule guard matched \"alpha\". It is a guard: all automation stops, and team crisis-line gets it at once.",
            resolution.Summary
        );
        Assert.Equal(
            ["a guard came first", "on trial: only suggested to a person"],
            explanation.RunnersUp.Select(runnerUp => runnerUp.Why)
        );
    }

    [Fact]
    public void Decide_GuardWithQuestions_AsksNothing()
    {
        var guards = SomeRules.Set(
            "guards",
            """ "guard": true, "questions": { "where": { "say": { "en": "Where are you?" } } }, """,
            SomeRules.Rule("guard", """{ "outcome": "escalate", "ask": ["where"] }""")
        );

        var resolution = SomeRules.Load(guards).Decide("alpha");

        Assert.Equal((Outcome.Escalated, "support"), (resolution.Outcome, resolution.Team));
        Assert.Empty(resolution.Questions);
    }

    [Fact]
    public void Decide_TwoGuards_AreNeverAmbiguous()
    {
        var explanation = SomeRules
            .Load(
                Guards(
                    SomeRules.Rule("b", Escalate),
                    SomeRules.Rule("a", """{ "outcome": "escalate" }"""),
                    SomeRules.Rule("c", Escalate, more: "\"priority\": -1,")
                )
            )
            .Explain("alpha");
        var resolution = explanation.Resolution;

        Assert.Equal((ResolutionReason.Guarded, "a"), (resolution.Reason, resolution.Rule?.Id));
        Assert.Equal(["another guard came first", "another guard came first"], explanation.RunnersUp.Select(runnerUp => runnerUp.Why));
    }

    [Theory]
    [InlineData("suggest", Outcome.Answered)]
    [InlineData("shadow", Outcome.Answered)]
    public void Decide_GuardOnTrial_DoesNotStop(string status, Outcome expected) =>
        Assert.Equal(expected, SomeRules.Load(Guards(SomeRules.Rule("guard", Escalate, status: status)), Rest).Decide("alpha").Outcome);

    private static RuleFile Guards(params string[] rules) => SomeRules.Set("guards", "\"guard\": true,", rules);
}
