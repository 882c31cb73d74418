using AutoResolve.Decisions;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Tests.Decisions;

public sealed class FactsNeededTests
{
    private const string Facts =
        """ "facts": { "incident": "Open incident", "locked": "Is the account locked?", "outage": "Is it down?" }, """;

    [Fact]
    public void FactsNeeded_OnlyOfRulesThatHoldButForAFact()
    {
        var set = SomeRules.Set(
            "one",
            Facts,
            SomeRules.Rule(
                "a",
                when: """
                { "all": [ { "anyOf": ["alpha"] }, { "fact": "outage", "exists": true },
                  { "fact": "incident", "exists": true } ] }
                """
            ),
            SomeRules.Rule("b", when: """{ "all": [ { "anyOf": ["beta"] }, { "fact": "locked", "equals": "yes" } ] }""")
        );

        Assert.Equal(["incident", "outage"], Needed(set, "alpha"));
        Assert.Equal(["locked"], Needed(set, "beta"));
        Assert.Empty(Needed(set, "gamma"));
    }

    [Fact]
    public void FactsNeeded_OfStepsAndQuestionsOfAMatchingRule()
    {
        var set = SomeRules.Set(
            "one",
            Facts + """ "questions": { "q": { "say": { "en": "Q?" }, "answeredWhen": { "fact": "incident", "exists": true } } }, """,
            SomeRules.Rule(
                "a",
                """
                { "outcome": "answer", "ask": ["q"],
                  "steps": [ { "id": "s", "say": { "en": "S" }, "triedWhen": { "fact": "locked", "equals": "no" } } ] }
                """
            )
        );

        Assert.Equal(["incident", "locked"], Needed(set, "alpha"));
        Assert.Equal(
            ["s"],
            SomeRules
                .Load(set)
                .Decide(SomeRules.Issue("alpha"), new Dictionary<string, string?> { ["locked"] = "no", ["incident"] = "7" })
                .Tried
        );
    }

    [Fact]
    public void FactsNeeded_OfWhatAMatchingRuleSaysAndDoes()
    {
        var set = SomeRules.Set(
            "one",
            Facts + """ "handlers": { "note": "Notes" }, "questions": { "q": { "say": { "en": "Since {{ facts.outage }}?" } } }, """,
            SomeRules.Rule(
                "a",
                """
                { "outcome": "answer", "answer": { "en": "A", "es": "{{ facts.incident }}" },
                  "steps": [ { "id": "s", "say": { "en": "{% if facts.locked == 'yes' %}S{% endif %}" } } ] }
                """
            ),
            SomeRules.Rule(
                "b",
                """{ "outcome": "fix", "actions": [ { "do": "note", "with": { "list": [ "{{ facts.locked }}" ] } } ] }""",
                """{ "anyOf": ["beta"] }"""
            ),
            SomeRules.Rule("c", """{ "outcome": "ask", "ask": ["q"] }""", """{ "anyOf": ["gamma"] }""")
        );

        Assert.Equal(["incident", "locked"], Needed(set, "alpha"));
        Assert.Equal(["locked"], Needed(set, "beta"));
        Assert.Equal(["outage"], Needed(set, "gamma"));
        Assert.Empty(Needed(set, "delta"));
    }

    [Fact]
    public void FactsNeeded_GuardHasDecided_None()
    {
        var guards = SomeRules.Set(
            "guards",
            "\"guard\": true,",
            SomeRules.Rule("guard", """{ "outcome": "escalate" }""", """{ "anyOf": ["danger"] }""")
        );
        var rest = SomeRules.Set("rest", Facts, SomeRules.Rule("a", when: """{ "fact": "outage", "exists": true }"""));

        Assert.Empty(Needed([guards, rest], "danger"));
        Assert.Equal(["outage"], Needed([guards, rest], "alpha"));
    }

    [Fact]
    public void With_AddsToWhatIsKnown()
    {
        var rulebook = PlanAndTier();
        var issue = SomeRules.Issue("alpha");
        var gold = rulebook.Evaluate(issue, new EvaluationContext { Facts = new Dictionary<string, string?> { ["plan"] = "gold" } });

        Assert.Equal(["tier"], gold.FactsNeeded);
        AssertAnswers(gold.With([new FactLookup("tier", "one", null)]));
        AssertAnswers(rulebook.Evaluate(issue).With([Found("plan", "gold")]).With([Found("tier", "one")]));
        AssertAnswers(rulebook.Evaluate(issue).With([Failed("plan")]).With([Found("plan", "gold"), Found("tier", "one")]));
        AssertAnswers(gold.With([Found("plan", "silver"), Found("tier", "one")]));
        Assert.Equal(["plan", "tier"], rulebook.Evaluate(issue).With([Failed("plan")]).FactsNeeded);

        void AssertAnswers(Evaluation evaluation)
        {
            Assert.Empty(evaluation.FactsNeeded);
            Assert.Equal("a", evaluation.Decide().Resolution.Rule?.Id);
        }
    }

    [Fact]
    public void With_AFactTwiceOrNone_IsAnArgumentException()
    {
        var evaluation = PlanAndTier().Evaluate(SomeRules.Issue("alpha"));

        Assert.Throws<ArgumentException>("lookups", () => evaluation.With([Found("plan", "a"), Failed("plan")]));
        Assert.Throws<ArgumentException>("lookups", () => evaluation.With([null!]));
        Assert.Throws<ArgumentException>("lookups", () => evaluation.With([Found(null!, "a")]));
    }

    [Theory]
    [InlineData("yes", "b")]
    [InlineData("no", "a")]
    [InlineData(null, "a")]
    public void Decide_UnknownFact_IsNeverTrue(string? locked, string expected)
    {
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "one",
                Facts,
                SomeRules.Rule("a"),
                SomeRules.Rule("b", when: """{ "all": [ { "anyOf": ["alpha"] }, { "fact": "locked", "equals": "yes" } ] }"""),
                SomeRules.Rule(
                    "c",
                    when: """{ "all": [ { "anyOf": ["alpha"] } ], "none": [ { "fact": "locked", "in": ["yes", "no"] } ] }""",
                    more: "\"priority\": 9,"
                )
            )
        );

        Assert.Equal(expected, rulebook.Decide(SomeRules.Issue("alpha"), new Dictionary<string, string?> { ["locked"] = locked }).Rule?.Id);
    }

    private static Rulebook PlanAndTier() =>
        SomeRules.Load(
            SomeRules.Set(
                "one",
                """ "facts": { "plan": "Plan", "tier": "Tier" }, """,
                SomeRules.Rule(
                    "a",
                    when: """
                    { "all": [ { "anyOf": ["alpha"] }, { "fact": "plan", "equals": "gold" }, { "fact": "tier", "equals": "one" } ] }
                    """
                )
            )
        );

    private static FactLookup Found(string name, string value) => new(name, value, null);

    private static FactLookup Failed(string name) => new(name, null, "It failed.");

    private static IReadOnlyList<string> Needed(RuleFile file, string text) => Needed([file], text);

    private static IReadOnlyList<string> Needed(RuleFile[] files, string text)
    {
        var prepared = MatchInput.Prepare(SomeRules.Issue(text), "en", 1000);
        var rulebook = SomeRules.Load(files);
        return rulebook.Decider.FactsNeeded(
            new DecisionInput
            {
                Text = prepared,
                Matches = rulebook.Program.Matcher.Match(prepared, FactValues.None),
                Today = new DateOnly(2026, 11, 23),
            }
        );
    }
}
