using AutoResolve.Insights.Figures.Reporting;
using CsCheck;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class WholePercentsTests
{
    [Fact]
    public void Of_Thirds_AddUpTo100() => Assert.Equal([34, 33, 33], WholePercents.Of([1, 1, 1]));

    [Fact]
    public void Of_Nothing_IsNought() => Assert.Equal([0, 0], WholePercents.Of([0, 0]));

    [Fact]
    public void Of_AnyCounts_AddUpAndAreCloserThanOne() =>
        Gen.Select(Gen.Long[0, 1_000_000].Array[1, 13], Gen.Int[0, 1])
            .Sample(
                (counts, decimals) =>
                {
                    var percents = WholePercents.Of(counts, decimals);
                    var (all, step) = (counts.Sum(), decimals == 0 ? 1 : 0.1);

                    Assert.Equal(all == 0 ? 0 : 100, percents.Sum(), 6);
                    Assert.All(counts.Zip(percents), one =>
                        Assert.True(all == 0 || Math.Abs((100.0 * one.First / all) - one.Second) < step)
                    );
                }
            );
}
