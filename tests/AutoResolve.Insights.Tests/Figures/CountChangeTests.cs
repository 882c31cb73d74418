using AutoResolve.Insights.Figures.Changes;
using CsCheck;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class CountChangeTests
{
    [Fact]
    public void Change_OtherTimes_IsOfTheRates()
    {
        var change = new CountChange(300, 90, 50, 30);

        Assert.Equal((100.0, 0.5), (change.Expected, change.Ratio));
        Assert.InRange(change.Lower, 0.36, 0.38);
        Assert.InRange(change.Upper, 0.66, 0.68);
    }

    [Fact]
    public void Change_NothingBefore_IsNoNumber() => Assert.True(double.IsNaN(new CountChange(0, 1, 5, 1).Ratio));

    // What the interval leaves out is unlikely, and the other way round, but for the edge where the two methods differ.
    [Fact]
    public void Interval_AndTest_SayTheSame() =>
        Gen.Select(Gen.Long[1, 2000], Gen.Double[1, 400], Gen.Long[1, 2000], Gen.Double[1, 400])
            .Sample(
                (before, timeBefore, now, timeNow) =>
                {
                    var change = new CountChange(before, timeBefore, now, timeNow);

                    Assert.True(change.Lower <= change.Ratio && change.Ratio <= change.Upper);
                    if (change.P is < 0.01 or > 0.15)
                        Assert.Equal(change.P < 0.05, change.Lower > 1 || change.Upper < 1);
                }
            );
}
