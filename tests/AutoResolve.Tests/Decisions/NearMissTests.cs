using System.Globalization;
using AutoResolve.Index.NearMisses;
using AutoResolve.Matching;

namespace AutoResolve.Tests.Decisions;

public sealed class NearMissTests
{
    [Fact]
    public void NearMisses_SameTopic_ComesFirst()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Rule("wins", when: """{ "anyOf": ["omega"] }""").Replace("t/wins", "sign-in/loop", StringComparison.Ordinal),
            Near("other", "alpha", "beta"),
            Near("same", "alpha").Replace("t/same", "sign-in", StringComparison.Ordinal),
            Near("longer", "alpha").Replace("t/longer", "sign-in-late/x", StringComparison.Ordinal)
        );

        Assert.Equal(["same", "other", "longer"], Ids(rulebook.Explain("alpha beta omega")));
        Assert.Equal(["other", "longer", "same"], Ids(rulebook.Explain("alpha beta")));
    }

    [Fact]
    public void NearMisses_ThePartThatFailsIsTheRarest_AreFoundByTheOthers()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Rule(
                "a",
                when: """{ "all": [ { "anyOf": ["the"] }, { "anyOf": ["zyzzyva"] } ], "none": [ { "anyOf": ["never"] } ] }"""
            )
        );

        Assert.Equal(("a", "any of \"zyzzyva\""), Only(rulebook.Explain("the")));
        Assert.Equal(("a", "not any of \"never\""), Only(rulebook.Explain("the zyzzyva never")));
        Assert.Empty(rulebook.Explain("zyzzyva never").NearMisses);
    }

    [Theory]
    [InlineData("suggest", "")]
    [InlineData("shadow", "")]
    [InlineData("draft", "")]
    [InlineData("active", "\"until\": \"2026-01-31\",")]
    [InlineData("active", """ "scope": { "channel": ["fax"] }, """)]
    public void NearMisses_OfRulesThatCouldNotAct_AreNotTold(string status, string more)
    {
        var when = """{ "all": [ { "anyOf": ["alpha"] }, { "anyOf": ["beta"] } ] }""";

        Assert.Empty(SomeRules.Load(SomeRules.Rule("a", when: when, status: status, more: more)).Explain("alpha").NearMisses);
    }

    [Fact]
    public void NearMisses_OnlyAFieldHolds_AreNotTold()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Rule(
                "a",
                when: """
                { "all": [ { "anyOf": ["alpha"] }, { "any": [ { "field": "code", "equals": "2" }, { "anyOf": ["beta"] } ] } ] }
                """
            )
        );

        Assert.Empty(rulebook.Explain(SomeRules.Issue("gamma", fields: [("code", "2")])).NearMisses);
        Assert.Equal("a", Only(rulebook.Explain("beta")).Id);
    }

    [Fact]
    public void NearMisses_RegularExpressionsInALongText_FewAreSearched()
    {
        // Each of its own, since equal patterns are searched once, and of letters that the text has.
        var when = """{ "all": [ { "anyOf": ["alpha"] }, { "regex": "b[b0-9]+c(?:$)?" } ] }""";
        var rulebook = SomeRules.Load([
            .. Enumerable.Range(10, 20).Select(i => SomeRules.Rule($"r{i}", when: when.Replace("$", $"{i}", StringComparison.Ordinal))),
        ]);
        var longText = "alpha c " + new string('b', 54_000);

        Assert.Equal(Explanation.MaxNearMisses, rulebook.Explain("alpha").NearMisses.Count);
        Assert.Equal(["r10", "r11", "r12", "r13", "r14", "r15", "r16", "r17"], Ids(rulebook.Explain(longText)));
    }

    [Fact]
    public void FindNear_MostRulesMissByOne_LooksAtAFew()
    {
        var rules = Enumerable
            .Range(0, 1_000)
            .Select(i => Near($"r{i.ToString("D4", CultureInfo.InvariantCulture)}", i % 2 == 0 ? "start" : "place"));
        var program = SomeRules.Load([.. rules, Near("rare", "tulsa")]).Program;
        var text = MatchInput.Prepare(SomeRules.Issue("when do they start at the place in Tulsa"), "en", 1_000);
        var asked = 0;

        var found = program.Matcher.FindNear(
            text,
            FactValues.None,
            new NearMissQuery
            {
                MaxMisses = Explanation.MaxNearMisses,
                MaxCandidates = Explanation.MaxCandidates,
                Matches = program.Matcher.Match(text, FactValues.None).Matches,
                MayAct = _ => ++asked > 0,
                WithLeftOut = true,
            }
        );

        Assert.Equal(Explanation.MaxCandidates, asked);
        Assert.Equal(Explanation.MaxNearMisses, found.Misses.Count);
        Assert.Equal(["rare", "r0000", "r0002"], found.Misses.Take(3).Select(miss => miss.Rule.Reference.Id));
    }

    [Fact]
    public void FindNear_ManyTenants_FindsThoseOfTheIssue()
    {
        var rules = Enumerable
            .Range(0, 3_000)
            .Select(i => SomeRules.Rule($"r{i}", when: Missing("alpha"), more: $$""" "scope": { "tenant": ["tenant{{i % 1_500}}"] }, """));

        var explanation = SomeRules.Load([.. rules]).Explain(SomeRules.Issue("alpha") with { Tenant = "tenant7" });

        Assert.Equal(["r1507", "r7"], Ids(explanation));
    }

    [Fact]
    public void HandOver_NoRuleDecided_NamesAHandfulOfNearMisses()
    {
        var rulebook = SomeRules.Load([
            .. Enumerable.Range(0, 9).Select(i => Near($"r{i}", "alpha")),
            SomeRules.Rule("wins", when: """{ "anyOf": ["omega"] }"""),
        ]);

        var handover = rulebook.HandOver(SomeRules.Issue("alpha"));

        Assert.Equal(["r0", "r1", "r2"], handover.NearMisses.Select(miss => miss.Match.Rule.Id));
        Assert.Equal("alpha", handover.NearMisses[0].Match.Evidence[0].Condition);
        Assert.Empty(rulebook.HandOver(SomeRules.Issue("alpha omega")).NearMisses);
    }

    [Fact]
    public void NearMisses_RarestWordsHold_ComesFirst()
    {
        var rulebook = SomeRules.Load(
            Near("common", "show", "my"),
            Near("usual", "claim"),
            Near("telling", "decree"),
            Near("a", "claim", "upload"),
            Near("b", "claim", "letter"),
            Near("c", "claim", "debt")
        );

        Assert.Equal(["telling", "usual", "common"], Ids(rulebook.Explain("show my claim about a decree")));
    }

    [Theory]
    [InlineData("anyOf", "my")]
    [InlineData("anyOf", "do not have")]
    [InlineData("anyOf", "@asks")]
    [InlineData("allOf", "show\", \"working")]
    public void HandOver_OnlyWordsThatAnyTextHas_AreNoNearMiss(string key, string phrase)
    {
        var when = $$"""{ "all": [ { "{{key}}": ["{{phrase}}"] }, { "anyOf": ["nowhere"] } ] }""";
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "one",
                """ "lists": { "asks": ["my", "zyzzyva"] }, """,
                SomeRules.Rule("weak", when: when),
                Near("telling", "decree")
            )
        );

        var issue = SomeRules.Issue("my decree shows that they do not have it, it does not work");

        Assert.Equal(["telling", "weak"], rulebook.Explain(issue).NearMisses.Select(miss => miss.Match.Rule.Id));
        Assert.Equal(["telling"], rulebook.HandOver(issue).NearMisses.Select(miss => miss.Match.Rule.Id));
    }

    [Fact]
    public void Failed_Fragment_IsNamedByWhatItStandsFor()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "one",
                """ "lists": { "codeGets": ["getting", "receives", "=shows"], "codeThen": ["error"], "both": ["@codeThen", "fault"] }, """,
                SomeRules.Rule("a", when: """{ "all": [ { "anyOf": ["decree"] }, { "anyOf": ["@codeGets 102 @both"] } ] }""")
            )
        );

        Assert.Equal(("a", "any of \"getting/receives/... 102 error/fault\""), Only(rulebook.Explain("decree")));
        Assert.StartsWith(
            "Rule a matched \"decree\" and \"receiving 102 Errors\".",
            rulebook.Decide("decree: receiving 102\nErrors").Summary,
            StringComparison.Ordinal
        );
    }

    private static string Near(string id, params string[] words) => SomeRules.Rule(id, when: Missing(words));

    private static string Missing(params string[] words) =>
        $$"""{ "all": [ {{string.Concat(words.Select(word => $$"""{ "anyOf": ["{{word}}"] }, """))}}{ "anyOf": ["nowhere"] } ] }""";

    private static IEnumerable<string> Ids(Explanation explanation) => explanation.NearMisses.Select(miss => miss.Match.Rule.Id);

    private static (string Id, string Failed) Only(Explanation explanation)
    {
        var miss = Assert.Single(explanation.NearMisses);
        return (miss.Match.Rule.Id, miss.Failed);
    }
}
