using AutoResolve.Rules;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>What every shipped rule must have, beyond what lint asks of any rule.</summary>
public sealed class RuleGateTests
{
    private const double MaxSimilarity = 0.7;

    public static TheoryData<string> Ids => [.. Shipped.Rules.Select(rule => rule.Id.Value).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_Shipped_SaysWhereItComesFrom(string id)
    {
        var rule = Find(id);

        Assert.False(string.IsNullOrWhiteSpace(rule.Source), "no source");
        Assert.NotNull(rule.Reviewed);
        Assert.False(string.IsNullOrWhiteSpace(rule.Owner), "no owner");
        Assert.Contains('/', rule.Type);
    }

    // Else the figures cannot say which tier got an issue, or was saved it.
    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_Shipped_NamesItsTier(string id) =>
        Assert.True(Find(id).Then is { Outcome: null } or { Tier: >= 0 and <= 3 }, "no tier");

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_Shipped_HasTwoTestsThatMatchAndTwoThatDoNot(string id)
    {
        var tests = Find(id).Tests;

        Assert.True(tests.Count(test => test.Match) >= 2, "fewer than two matching tests");
        Assert.True(tests.Count(test => !test.Match) >= 2, "fewer than two tests that do not match");
        Assert.Distinct(
            tests.Select(test => $"{test.Match} {test.Issue.Text} {string.Join(' ', test.Issue.Fields.Values)} {test.Facts.Count}")
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_Shipped_IsTestedByTextsThatAreNoVariationsOfEachOther(string id)
    {
        var tests = Find(id).Tests;

        Assert.True(Different(tests.Where(test => test.Match)) >= 2, "its matching tests are variations of one");
        Assert.True(Different(tests.Where(test => !test.Match)) >= 2, "its tests that do not match are variations of one");
    }

    [Fact]
    public async Task Rules_Together_MaskNone()
    {
        // What descriptions are about in general is often known better by a rule above; on those of others it wins somewhere.
        HashSet<string?> winning = [];
        foreach (var text in Shipped.Descriptions())
            winning.Add((await Shipped.ResolveAsync(text)).Rule?.Id);
        List<string> masked = [];
        foreach (var rule in Shipped.Rules.Where(rule => rule is { Status: RuleStatus.Active, Also: false }))
        {
            var winners = new List<string?>();
            foreach (var test in rule.Tests.Where(test => test.Match && test.Facts.Count == 0))
                winners.Add((await Shipped.ResolveAsync(test.Issue)).Rule?.Id);
            if (rule.Id.Value.StartsWith("topics.", StringComparison.Ordinal) && winning.Contains(rule.Id.Value))
                continue;
            if (winners.Count > 0 && !winners.Contains(rule.Id.Value))
                masked.Add($"{rule.Id.Value} never wins: {string.Join(", ", winners.Distinct())} wins its own tests");
        }

        Assert.Empty(masked);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_ThatActs_SaysWhatTheCauseIs(string id)
    {
        var rule = Find(id);

        Assert.True(rule.Also || rule.Cause is not null, "no cause");
    }

    private static Rule Find(string id) => Shipped.Rules.Single(rule => rule.Id.Value == id);

    // How many tests are left when each that shares most of its words with one before is left out.
    private static int Different(IEnumerable<RuleTest> tests)
    {
        List<HashSet<string>> kept = [];
        foreach (var test in tests)
        {
            var words = Words(test);
            if (kept.TrueForAll(other => Similarity(words, other) < MaxSimilarity))
                kept.Add(words);
        }

        return kept.Count;
    }

    private static HashSet<string> Words(RuleTest test) =>
        [
            .. $"{test.Issue.Title} {test.Issue.Text}"
                .Split([' ', ',', '.', '!', '?', ':', ';', '"'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.ToLowerInvariant()),
            .. test.Issue.Fields.Select(field => $"{field.Key}={field.Value}"),
            .. test.Facts.Select(fact => $"{fact.Key}={fact.Value}"),
        ];

    // The share of common words, after P. Jaccard, "The distribution of the flora in the alpine zone", 1912.
    private static double Similarity(HashSet<string> one, HashSet<string> other) =>
        one.Count + other.Count == 0 ? 1 : (double)one.Count(other.Contains) / one.Union(other).Count();
}
