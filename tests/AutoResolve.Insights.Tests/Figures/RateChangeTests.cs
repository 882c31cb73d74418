using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class RateChangeTests
{
    // Each type is as before; only the mix has changed.
    [Fact]
    public void Of_OtherMixOnly_IsNoChangeOnceAdjusted()
    {
        var change = RateChange.Of(Rates(("easy", 90, 100), ("hard", 10, 100)), Rates(("easy", 270, 300), ("hard", 10, 100)));

        Assert.Equal((0.5, 0.7, 0.5), (change.Before.Value, change.Now.Value, Math.Round(change.Adjusted!.Value, 10)));
    }

    [Fact]
    public void Of_TypeThatVanished_LeavesItsWeightToTheOthers() =>
        Assert.Equal(0.9, RateChange.Of(Rates(("easy", 90, 100), ("gone", 0, 100)), Rates(("easy", 90, 100), ("new", 0, 50))).Adjusted!.Value, 10);

    [Fact]
    public void Of_NoIssues_SaysNothing()
    {
        var change = RateChange.Of(Rates(("a", 1, 2)), Rates());

        Assert.Null(change.Adjusted);
        Assert.True(double.IsNaN(change.P));
    }

    // 50 of 100 against 65 of 100: z = 2.1456, two-sided p = 0.0319.
    [Theory]
    [InlineData(50, 65, 0.0319)]
    [InlineData(50, 50, 1)]
    [InlineData(0, 0, 1)]
    public void P_IsTheTwoProportionTest(int before, int now, double expected) => Assert.Equal(expected, RateChange.Of(Rates(("a", before, 100)), Rates(("a", now, 100))).P, 4);

    private static Dictionary<string, Share> Rates(params (string Type, int Hits, int Of)[] rates) => rates.ToDictionary(rate => rate.Type, rate => new Share(rate.Hits, rate.Of));
}
