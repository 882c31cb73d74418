using AutoResolve.Testing;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>The tests that stand in the rules themselves.</summary>
public sealed class RuleOwnTests
{
    public static TheoryData<string> Ids => RuleGateTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_ItsOwnTests_Pass(string id)
    {
        var report = RuleTests.In(Shipped.Book).Run([id]);

        Assert.NotEmpty(report.Results);
        Assert.Empty(
            report
                .Results.Where(result => !result.Passed)
                .Select(result => $"test {result.Number}: expected {result.Failure!.Expected}, got {result.Failure.Got}")
        );
    }

    [Fact]
    public void Rules_TheirTests_SeeMostConditionsHoldAndNotHold()
    {
        var report = RuleTests.In(Shipped.Book).Run();

        Assert.InRange(report.CoveragePercent, 90, 100);
    }
}
