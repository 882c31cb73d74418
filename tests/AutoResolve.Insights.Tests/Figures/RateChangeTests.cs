using AutoResolve.Insights.Figures.Changes;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class RateChangeTests
{
    // Each type is as before; only the mix has changed.
    [Fact]
    public void Adjusted_OtherMixOnly_IsNoChange()
    {
        var change = new RateChange(Rates(("easy", 90, 100), ("hard", 10, 100)), Rates(("easy", 270, 300), ("hard", 10, 100)));

        Assert.Equal((0.5, 0.7, 0.5), (change.Before.Value, change.Now.Value, Math.Round(change.Adjusted.Value, 10)));
        Assert.InRange(change.P, 0, 0.001);
        Assert.Equal(1, change.AdjustedP);
    }

    [Fact]
    public void Adjusted_TypesThatVanishedOrAreNew_LeaveTheirWeightToTheOthers() =>
        Assert.Equal(0.9, new RateChange(Rates(("easy", 90, 100), ("gone", 0, 100)), Rates(("easy", 90, 100), ("new", 0, 50))).Adjusted.Value, 10);

    [Fact]
    public void Change_NoIssues_SaysNothing()
    {
        var change = new RateChange(Rates(("a", 1, 2)), Rates());

        Assert.True(double.IsNaN(change.Adjusted.Value) && double.IsNaN(change.P) && double.IsNaN(change.AdjustedP) && double.IsNaN(change.Difference.Value));
    }

    // Newcombe's example (a): 56 of 70 against 48 of 80 differ by 0.20, from 0.0524 to 0.3339.
    [Fact]
    public void Difference_Example_HasNewcombesInterval()
    {
        var (value, lower, upper) = new RateChange(Rates(("a", 48, 80)), Rates(("a", 56, 70))).Difference;

        Assert.Equal((0.2, 0.0524, 0.3339), (Math.Round(value, 4), Math.Round(lower, 4), Math.Round(upper, 4)));
    }

    [Fact]
    public void Adjusted_SameMix_HasAboutTheIntervalOfTheShare()
    {
        var change = new RateChange(Rates(("a", 1, 100), ("b", 1, 100)), Rates(("a", 40, 100), ("b", 60, 100)));

        Assert.Equal((0.5, 200L), (change.Adjusted.Value, change.Adjusted.Of));
        Assert.InRange(change.Adjusted.Lower, 0.42, 0.45);
        Assert.InRange(change.Adjusted.Upper, 0.55, 0.58);
    }

    // One case that went well is no certainty.
    [Fact]
    public void Adjusted_FewCases_IsWide() => Assert.True(new RateChange(Rates(("a", 1, 10)), Rates(("a", 1, 1))).Adjusted.Lower < 0.6);

    private static Dictionary<string, Share> Rates(params (string Type, int Hits, int Of)[] rates) => rates.ToDictionary(rate => rate.Type, rate => new Share(rate.Hits, rate.Of));
}
