using System.Globalization;
using AutoResolve.Matching;
using AutoResolve.Rules;
using Snapshooter.Xunit;

namespace AutoResolve.Tests.Decisions;

public sealed class ExplanationTests
{
    private static readonly RuleFile[] Files =
    [
        SomeRules.Set(
            "guards",
            "\"guard\": true,",
            SomeRules.Rule("danger", """{ "outcome": "escalate" }""", """{ "anyOf": ["danger"] }""")
        ),
        SomeRules.Set(
            "one",
            """ "facts": { "incident": "Id of the open incident" }, """,
            SomeRules.Rule(
                "winner",
                when: """{ "all": [ { "anyOf": ["signed out", "kicked out"] }, { "field": "errorCode", "equals": "002" } ] }""",
                more: "\"priority\": 20,"
            ),
            SomeRules.Rule("specific", when: """{ "allOf": ["signed out", "error"] }"""),
            SomeRules.Rule("broad", when: """{ "anyOf": ["signed out"] }"""),
            SomeRules.Rule("trial", when: """{ "anyOf": ["signed out"] }""", status: "suggest"),
            SomeRules.Rule("extra", """{ "tags": ["x"] }""", """{ "anyOf": ["error"] }""", more: "\"also\": true,")
        ),
        SomeRules.Set(
            "two",
            "",
            SomeRules.Rule("near-one", when: """{ "all": [ { "anyOf": ["signed out"] }, { "anyOf": ["phone"] } ] }"""),
            SomeRules.Rule(
                "near-two",
                when: """{ "all": [ { "anyOf": ["signed out"] }, { "anyOf": ["error"] }, { "field": "browser", "equals": "old" } ] }"""
            ),
            SomeRules.Rule("near-none", when: """{ "all": [ { "anyOf": ["signed out"] } ], "none": [ { "anyOf": ["at once"] } ] }"""),
            SomeRules.Rule("far", when: """{ "all": [ { "anyOf": ["tablet"] }, { "anyOf": ["phone"] } ] }"""),
            SomeRules.Rule("old", when: """{ "anyOf": ["signed out"] }""", more: "\"until\": \"2026-01-31\","),
            SomeRules.Rule("coming", when: """{ "anyOf": ["signed out"] }""", more: "\"from\": \"2027-02-01\","),
            SomeRules.Rule("hidden", when: """{ "anyOf": ["signed out"] }""", status: "shadow"),
            SomeRules.Rule("sketch", when: """{ "anyOf": ["signed out"] }""", status: "draft"),
            SomeRules.Rule("elsewhere", when: """{ "anyOf": ["signed out"] }""", more: """ "scope": { "product": ["other"] }, """)
        ),
    ];

    private static readonly Issue Issue = SomeRules.Issue("I am signed out at once. An error shows.", fields: [("errorCode", "002")]);

    [Fact]
    public void Explanation_WholeRulebook_SaysWhy() => Snapshot.Match(Describe(SomeRules.Load(Files)));

    [Fact]
    public void Explanation_NothingMatches_NamesWhatWasMissing()
    {
        var miss = SomeRules
            .Load(SomeRules.Rule("a", when: """{ "all": [ { "anyOf": ["alpha"] }, { "anyOf": ["beta", "gamma"] } ] }"""))
            .Explain("alpha")
            .NearMisses.Single();

        Assert.Equal(("a", "/when/all/1"), (miss.Match.Rule.Id, miss.Pointer[miss.Pointer.IndexOf("/when", StringComparison.Ordinal)..]));
        Assert.Contains("\"beta\"", miss.Failed, StringComparison.Ordinal);
        Assert.Equal("alpha", Assert.Single(miss.Match.Evidence).Condition);
    }

    [Theory]
    [InlineData("""{ "any": [ { "anyOf": ["beta"] }, { "all": [ { "anyOf": ["gamma"] } ] } ] }""", """any of (any of "beta"; all of …)""")]
    [InlineData(
        """{ "any": [ { "anyOf": ["b"] }, { "anyOf": ["c"] }, { "anyOf": ["d"] }, { "anyOf": ["e"] } ] }""",
        """any of (any of "b"; any of "c"; any of "d"; … 1 more)"""
    )]
    public void Explanation_GroupThatFailed_NamesWhatIsInside(string group, string expected) =>
        Assert.Equal(
            expected,
            SomeRules
                .Load(SomeRules.Rule("a", when: $$"""{ "all": [ { "anyOf": ["alpha"] }, {{group}} ] }"""))
                .Explain("alpha")
                .NearMisses.Single()
                .Failed
        );

    [Fact]
    public void Explanation_ManyNearMisses_KeepsTheClosestTen()
    {
        var rules = Enumerable
            .Range(10, 15)
            .Select(i =>
                SomeRules.Rule(
                    $"r{i}",
                    when: $$"""{ "all": [ { "allOf": ["{{(i == 20 ? "alpha\", \"beta" : "alpha")}}"] }, { "anyOf": ["nope"] } ] }"""
                )
            );

        var misses = SomeRules.Load([.. rules]).Explain("alpha alpha alpha beta").NearMisses;

        Assert.Equal(Explanation.MaxNearMisses, misses.Count);
        Assert.Equal(["r20", "r10", "r11"], misses.Take(3).Select(miss => miss.Match.Rule.Id));
    }

    [Fact]
    public void Remarks_CutTextAndFailedLookUp_AreTold()
    {
        var rulebook = SomeRules.Load(SomeRules.Rule("a"));
        var text = MatchInput.Prepare(SomeRules.Issue("alpha beta"), "en", 5);

        var decision = rulebook.Decider.Decide(
            new AutoResolve.Decisions.DecisionInput
            {
                Text = text,
                Matches = rulebook.Program.Matcher.Match(text, FactValues.None),
                Lookups = [new FactLookup("incident", null, "it took too long"), new FactLookup("other", null, null)],
                Today = null,
            }
        );

        Assert.Equal(
            [
                "The title, the text or a field is longer than is read; its end was left out.",
                "The fact incident is unknown: it took too long.",
            ],
            decision.Resolution.Remarks
        );
        Assert.Equal(["incident", "other"], decision.Resolution.Facts.Select(fact => fact.Name));
        Assert.Equal(["incident", "other"], decision.HandOver().Facts.Select(fact => fact.Name));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("")]
    public void Decide_AnyCultureAndFileOrder_IsTheSame(string culture)
    {
        var expected = Describe(SomeRules.Load(Files));
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            foreach (var order in new[] { Files, [.. Files.Reverse()], [Files[1], Files[2], Files[0]] })
                Assert.Equal(expected, Describe(SomeRules.Load(order)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Describe(Rulebook rulebook)
    {
        var explanation = rulebook.Explain(Issue);
        var (resolution, handover) = (explanation.Resolution, rulebook.HandOver(Issue));
        List<string> lines =
        [
            $"{resolution.Outcome} {resolution.Reason} {resolution.RulebookRevision}",
            $"summary: {resolution.Summary}",
            $"tags: {string.Join(", ", resolution.Tags)}",
            $"winner: {Describe(explanation.Winner)}",
            .. explanation.RunnersUp.Select(runnerUp => $"lost: {Describe(runnerUp.Match)}: {runnerUp.Why}"),
            .. explanation.Also.Select(also => $"also: {Describe(also)}"),
            .. explanation.NearMisses.Select(miss => $"missed: {Describe(miss.Match)}: {miss.Failed} at {miss.Pointer}"),
            .. explanation.Skipped.Select(skipped => $"skipped: {Describe(skipped.Match)}: {skipped.Why}, {skipped.Summary}"),
            .. resolution.Suggestions.Select(suggestion => $"suggested: {suggestion.Rule} {suggestion.Outcome} {suggestion.Team}"),
            $"{explanation.RulesEvaluated} of {explanation.RulesInRulebook} rules",
            $"handover: {handover.Team}, {string.Join(", ", handover.Considered.Select(match => match.Rule.Id))}",
        ];
        return string.Join('\n', lines);
    }

    private static string Describe(RuleEvidence? match) =>
        match is null
            ? "none"
            : $"{match.Rule} ({match.Priority}, {match.Specificity}) "
                + $"[{string.Join("; ", match.Evidence.Select(part => $"{part.Source} {part.Start}+{part.Length} {part.Condition}"))}]";
}
