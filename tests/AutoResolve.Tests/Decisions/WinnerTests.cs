namespace AutoResolve.Tests.Decisions;

/// <summary>"Which rule wins" of rules/docs/format.md.</summary>
public sealed class WinnerTests
{
    private const string Answer = """{ "outcome": "answer", "answer": { "en": "Alpha is known." } }""";

    [Fact]
    public void Decide_NothingMatches_EscalatesWithoutATeam()
    {
        var resolution = SomeRules.Load(SomeRules.Rule("a")).Decide("beta");

        Assert.Equal((Outcome.Escalated, ResolutionReason.NoRuleMatched), (resolution.Outcome, resolution.Reason));
        Assert.Null(resolution.Rule);
        Assert.Null(resolution.Team);
        Assert.Equal("No active rule matches, so a person gets it.", resolution.Summary);
    }

    [Fact]
    public void Decide_HigherPriority_Wins()
    {
        var explanation = SomeRules.Load(SomeRules.Rule("a"), SomeRules.Rule("b", Answer, more: "\"priority\": 20,")).Explain("alpha");
        var resolution = explanation.Resolution;

        Assert.Equal(("b", Outcome.Answered), (resolution.Rule?.Id, resolution.Outcome));
        Assert.Equal(("a", "lower priority: 0 against 20"), Loser(explanation));
    }

    [Fact]
    public void Decide_PriorityOutweighsSpecificity()
    {
        var resolution = SomeRules
            .Load(
                SomeRules.Rule("a", when: """{ "allOf": ["alpha", "beta", "gamma"] }"""),
                SomeRules.Rule("b", Answer, more: "\"priority\": 1,")
            )
            .Decide("alpha beta gamma");

        Assert.Equal("b", resolution.Rule?.Id);
    }

    [Fact]
    public void Decide_MoreSpecificMatch_Wins()
    {
        var explanation = SomeRules
            .Load(SomeRules.Rule("a"), SomeRules.Rule("b", Answer, when: """{ "allOf": ["alpha", "beta gamma"] }"""))
            .Explain("alpha, beta gamma");
        var resolution = explanation.Resolution;

        Assert.Equal("b", resolution.Rule?.Id);
        Assert.Equal(("a", "less specific: 1 against 3"), Loser(explanation));
    }

    [Fact]
    public void Decide_EqualRulesThatDiffer_AreAmbiguous()
    {
        var explanation = SomeRules
            .Load(SomeRules.Rule("b"), SomeRules.Rule("a", Answer), SomeRules.Rule("c", more: "\"priority\": -5,"))
            .Explain("alpha");
        var resolution = explanation.Resolution;

        Assert.Equal((Outcome.Escalated, ResolutionReason.Ambiguous), (resolution.Outcome, resolution.Reason));
        Assert.Null(resolution.Rule);
        Assert.Null(resolution.Team);
        Assert.Equal(
            [("a", Outcome.Answered), ("b", Outcome.Routed)],
            resolution.Suggestions.Select(suggestion => (suggestion.Rule.Id, suggestion.Outcome))
        );
        Assert.Equal("Rules a and b match equally well and would do different things, so a person decides.", resolution.Summary);
        Assert.Equal(
            [
                ("a", "as good as another that would do something else"),
                ("b", "as good as another that would do something else"),
                ("c", "lower priority: -5 against 0"),
            ],
            explanation.RunnersUp.Select(runnerUp => (runnerUp.Match.Rule.Id, runnerUp.Why))
        );
    }

    [Theory]
    [InlineData(9, 0, ResolutionReason.RuleMatched)]
    [InlineData(9, 1, ResolutionReason.RuleMatched)]
    [InlineData(9, 2, ResolutionReason.Ambiguous)]
    [InlineData(-1000, 1010, ResolutionReason.RuleMatched)]
    [InlineData(-999, 1010, ResolutionReason.Ambiguous)]
    public void Decide_LeadOverARuleThatDiffers_MustBeLargeEnough(int other, int lead, ResolutionReason expected) =>
        Assert.Equal(
            expected,
            SomeRules
                .Load(
                    SomeRules.Rule("a", more: $""" "priority": 10, "lead": {lead}, """),
                    SomeRules.Rule("b", """{ "outcome": "escalate", "team": "other" }""", more: $""" "priority": {other}, """)
                )
                .Decide("alpha")
                .Reason
        );

    [Theory]
    [InlineData(-900, 100, Outcome.Routed)]
    [InlineData(-900, 101, Outcome.Escalated)]
    public void Decide_LeadBelowTheLowestPriority_NeverWins(int priority, int lead, Outcome expected) =>
        Assert.Equal(
            expected,
            SomeRules.Load(SomeRules.Rule("a", more: $""" "priority": {priority}, "lead": {lead}, """)).Decide("alpha").Outcome
        );

    [Fact]
    public void Decide_RulesThatAreTooWeak_SayWhy() =>
        Assert.Equal(
            "Rule a matches, but too weakly to decide, so a person does.",
            SomeRules
                .Load(
                    SomeRules.Rule("a", more: """ "priority": -900, "lead": 200, """),
                    SomeRules.Rule("b", more: """ "priority": -900, "lead": 200, """)
                )
                .Decide("alpha")
                .Summary
        );

    [Fact]
    public void Decide_LeadOverARuleThatDoesTheSame_DoesNotMatter() =>
        Assert.Equal(
            ("a", ResolutionReason.RuleMatched),
            SomeRules.Load(SomeRules.Rule("a", more: """ "priority": 10, "lead": 50, """), SomeRules.Rule("b")).Decide("alpha")
                is var resolution
                ? (resolution.Rule?.Id, resolution.Reason)
                : default
        );

    [Fact]
    public void Decide_AmbiguousRulesOfOneTeam_EscalateToThatTeam()
    {
        var resolution = SomeRules
            .Load(SomeRules.Rule("a"), SomeRules.Rule("b", """{ "outcome": "escalate", "team": "payments" }"""))
            .Decide("alpha");

        Assert.Equal((ResolutionReason.Ambiguous, "payments"), (resolution.Reason, resolution.Team));
    }

    [Fact]
    public void Decide_EqualRulesThatWouldDoTheSame_TakesTheFirstId()
    {
        var explanation = SomeRules
            .Load(
                SomeRules.Rule("b", """{ "outcome": "route", "team": "support", "note": "one", "tags": ["x"] }"""),
                SomeRules.Rule("a", """{ "outcome": "route" }""")
            )
            .Explain("alpha");
        var resolution = explanation.Resolution;

        Assert.Equal(("a", Outcome.Routed, "support"), (resolution.Rule?.Id, resolution.Outcome, resolution.Team));
        Assert.Equal(("b", "would do the same; the other id comes first"), Loser(explanation));
    }

    [Theory]
    [InlineData("""{ "outcome": "route", "tier": 2 }""", """{ "outcome": "route", "tier": 3 }""")]
    [InlineData("""{ "outcome": "answer", "answer": { "en": "A" } }""", """{ "outcome": "answer", "answer": { "en": "B" } }""")]
    [InlineData(
        """{ "outcome": "answer", "answer": { "en": "{{ rule.title }}" } }""",
        """{ "outcome": "answer", "answer": { "en": "{{ rule.title }}" } }"""
    )]
    [InlineData(
        """{ "outcome": "answer", "steps": [ { "id": "s", "say": { "en": "A" } } ] }""",
        """{ "outcome": "answer", "steps": [ { "id": "s", "say": { "en": "A" } } ], "whenAllTried": { "outcome": "route" } }"""
    )]
    [InlineData(
        """{ "outcome": "answer", "steps": [ { "id": "s", "say": { "en": "A" } } ] }""",
        """{ "outcome": "answer", "steps": [ { "id": "s", "say": { "en": "A" }, "triedWhen": { "anyOf": ["alpha"] } } ] }"""
    )]
    public void Decide_SmallDifferences_AreAmbiguous(string one, string other) =>
        Assert.Equal(
            ResolutionReason.Ambiguous,
            SomeRules.Load(SomeRules.Rule("a", one), SomeRules.Rule("b", other)).Decide("alpha").Reason
        );

    [Fact]
    public void Decide_SameActionsInOtherKeyOrder_WouldDoTheSame()
    {
        const string Handlers = """ "handlers": { "close": "Closes it" }, """;
        var set = SomeRules.Set(
            "one",
            Handlers,
            SomeRules.Rule(
                "a",
                """{ "outcome": "fix", "actions": [ { "do": "close", "with": { "x": 1, "y": { "p": [1], "q": 2 } } } ] }"""
            ),
            SomeRules.Rule("b", """{ "outcome": "fix", "actions": [ { "do": "close", "with": { "y": { "q": 2, "p": [1] }, "x": 1 } } ] }""")
        );

        Assert.Equal("a", SomeRules.Load(set).Decide("alpha").Rule?.Id);
    }

    [Fact]
    public void Decide_QuestionsOfOneNameInTwoSets_AreAmbiguous()
    {
        const string Ask = """{ "outcome": "ask", "ask": ["device"] }""";
        var resolution = SomeRules
            .Load(
                SomeRules.Set("one", """ "questions": { "device": { "say": { "en": "Which device?" } } }, """, SomeRules.Rule("a", Ask)),
                SomeRules.Set(
                    "two",
                    """ "questions": { "device": { "say": { "en": "Which kind of device?" } } }, """,
                    SomeRules.Rule("b", Ask)
                )
            )
            .Decide("alpha");

        Assert.Equal(ResolutionReason.Ambiguous, resolution.Reason);
    }

    [Fact]
    public void Decide_OnlySuggestRules_SuggestsBestFirst()
    {
        var explanation = SomeRules
            .Load(SomeRules.Rule("a", status: "suggest"), SomeRules.Rule("b", Answer, status: "suggest", more: "\"priority\": 1,"))
            .Explain("alpha");
        var resolution = explanation.Resolution;

        Assert.Equal((Outcome.Escalated, ResolutionReason.OnlySuggested), (resolution.Outcome, resolution.Reason));
        Assert.Null(resolution.Rule);
        Assert.Equal(["b", "a"], resolution.Suggestions.Select(suggestion => suggestion.Rule.Id));
        Assert.Equal("Alpha is known.", resolution.Suggestions[0].Answer?.Text);
        Assert.Equal("payments", resolution.Suggestions[1].Team);
        Assert.Equal("Only rules on trial match (b, a), so a person decides.", resolution.Summary);
        Assert.Equal(
            ["on trial: only suggested to a person", "on trial: only suggested to a person"],
            explanation.RunnersUp.Select(runnerUp => runnerUp.Why)
        );
    }

    [Fact]
    public void Decide_SuggestBesideActive_IsListedWithoutEffect()
    {
        var resolution = SomeRules
            .Load(SomeRules.Rule("a", status: "suggest", more: "\"priority\": 9,"), SomeRules.Rule("b", Answer))
            .Decide("alpha");

        Assert.Equal(("b", Outcome.Answered), (resolution.Rule?.Id, resolution.Outcome));
        Assert.Equal("a", Assert.Single(resolution.Suggestions).Rule.Id);
    }

    [Theory]
    [InlineData("shadow", SkipReason.Shadow, "in shadow: recorded, without effect")]
    [InlineData("draft", SkipReason.Draft, "a draft: only tested")]
    public void Decide_ShadowAndDraft_AreSkipped(string status, SkipReason why, string summary)
    {
        var explanation = SomeRules.Load(SomeRules.Rule("a", status: status)).Explain("alpha");
        var resolution = explanation.Resolution;

        Assert.Equal(ResolutionReason.NoRuleMatched, resolution.Reason);
        Assert.Empty(resolution.Suggestions);
        var skipped = Assert.Single(explanation.Skipped);
        Assert.Equal(("a", why, summary), (skipped.Match.Rule.Id, skipped.Why, skipped.Summary));
    }

    [Fact]
    public void Decide_RetiredRule_IsNotSeen()
    {
        var explanation = SomeRules.Load(SomeRules.Rule("a", status: "retired")).Explain("alpha");

        Assert.Empty(explanation.Skipped);
        Assert.Empty(explanation.NearMisses);
    }

    [Fact]
    public void Decide_OutOfScope_IsSkipped()
    {
        var rulebook = SomeRules.Load(SomeRules.Rule("a", more: """ "scope": { "channel": ["phone"] }, """));

        Assert.Equal("a", rulebook.Decide(SomeRules.Issue("alpha", channel: "Phone")).Rule?.Id);
        var skipped = Assert.Single(rulebook.Explain(SomeRules.Issue("alpha", channel: "web")).Skipped);
        Assert.Equal((SkipReason.Scope, "the issue is not in its scope: channel is web, not phone"), (skipped.Why, skipped.Summary));
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-23", null)]
    [InlineData("2026-11-24", "2026-12-24", SkipReason.NotYet)]
    [InlineData("2026-11-01", "2026-11-22", SkipReason.Expired)]
    public void Decide_Dates_CountBothDays(string from, string until, SkipReason? expected)
    {
        var explanation = SomeRules.Load(SomeRules.Rule("a", more: $"\"from\": \"{from}\", \"until\": \"{until}\",")).Explain("alpha");

        Assert.Equal(expected is null ? "a" : null, explanation.Resolution.Rule?.Id);
        Assert.Equal(expected, explanation.Skipped.SingleOrDefault()?.Why);
    }

    [Fact]
    public void Decide_AlsoRules_AddTagsAndNotesAndNeverWin()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Rule("z-also", """{ "tags": ["web", "angry"], "note": "Be kind." }""", more: "\"also\": true, \"priority\": 100,"),
            SomeRules.Rule("shadow-also", """{ "tags": ["hidden"] }""", status: "shadow", more: "\"also\": true,"),
            SomeRules.Rule("a", """{ "outcome": "route", "tags": ["web", "alpha"], "note": "First." }""", when: """{ "anyOf": ["beta"] }""")
        );

        var explanation = rulebook.Explain("alpha beta");
        var won = explanation.Resolution;
        Assert.Equal("a", won.Rule?.Id);
        Assert.Equal(["alpha", "angry", "web"], won.Tags);
        Assert.Equal(["First.", "Be kind."], won.Notes);
        Assert.Equal("z-also", Assert.Single(explanation.Also).Rule.Id);
        Assert.Empty(explanation.RunnersUp);

        var alone = rulebook.Decide("alpha");
        Assert.Equal(ResolutionReason.NoRuleMatched, alone.Reason);
        Assert.Equal(["angry", "web"], alone.Tags);
    }

    [Fact]
    public void Decide_RuleOnTrial_ActsWhateverItsStatus()
    {
        var rulebook = SomeRules.Load(SomeRules.Rule("a", status: "shadow"), SomeRules.Rule("b", status: "shadow"));
        var text = AutoResolve.Matching.MatchInput.Prepare(SomeRules.Issue("alpha"), "en", 1000);

        var resolution = rulebook
            .Decider.Decide(
                new AutoResolve.Decisions.DecisionInput
                {
                    Text = text,
                    Matches = rulebook.Program.Matcher.Match(text, AutoResolve.Matching.FactValues.None),
                    Today = null,
                    Trial = rulebook.Sets[0].Rules[1],
                }
            )
            .Resolution;

        Assert.Equal(("b", Outcome.Routed), (resolution.Rule?.Id, resolution.Outcome));
    }

    private static (string Id, string Why) Loser(Explanation explanation)
    {
        var loser = Assert.Single(explanation.RunnersUp);
        return (loser.Match.Rule.Id, loser.Why);
    }
}
