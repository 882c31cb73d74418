using AutoResolve.Testing;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>The tests that stand in the rules themselves.</summary>
public sealed class RuleOwnTests
{
    private static readonly Lazy<RuleTestReport> All = new(() => RuleTests.In(Shipped.Book).Run());
    private static readonly Lazy<ILookup<string, RuleTestResult>> ByRule = new(() => All.Value.Results.ToLookup(result => result.Rule.Id));

    public static TheoryData<string> Ids => RuleGateTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_ItsOwnTests_Pass(string id)
    {
        var results = ByRule.Value[id];

        Assert.NotEmpty(results);
        Assert.Empty(
            results
                .Where(result => !result.Passed)
                .Select(result => $"test {result.Number}: expected {result.Failure!.Expected}, got {result.Failure.Got}")
        );
    }

    [Fact]
    public void Rules_TheirTests_SeeMostConditionsHoldAndNotHold() => Assert.InRange(All.Value.CoveragePercent, 90, 100);
}
