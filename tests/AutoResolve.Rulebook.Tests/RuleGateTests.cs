using AutoResolve.Rules.Model;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>What every shipped rule must have, beyond what lint asks of any rule.</summary>
public sealed class RuleGateTests
{
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

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_Shipped_HasTwoTestsThatMatchAndTwoThatDoNot(string id)
    {
        var tests = Find(id).Tests;

        Assert.True(tests.Count(test => test.Match) >= 2, "fewer than two matching tests");
        Assert.True(tests.Count(test => !test.Match) >= 2, "fewer than two tests that do not match");
        Assert.Distinct(tests.Select(test => $"{test.Match} {test.Issue.Text} {string.Join(' ', test.Issue.Fields.Values)} {test.Facts.Count}"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_ThatActs_SaysWhatTheCauseIs(string id)
    {
        var rule = Find(id);

        Assert.True(rule.Also || rule.Cause is not null, "no cause");
    }

    private static Rule Find(string id) => Shipped.Rules.Single(rule => rule.Id.Value == id);
}
