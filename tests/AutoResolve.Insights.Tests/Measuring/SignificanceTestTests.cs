using System.Numerics;
using AutoResolve.Insights.Measuring;
using CsCheck;

namespace AutoResolve.Insights.Tests.Measuring;

public sealed class SignificanceTestTests
{
    // Admissions to Berkeley by department, as R's mantelhaen.test has them: X² = 1.4269, p = 0.2323.
    private static readonly (Proportion, Proportion)[] Berkeley =
    [
        (new(512, 825), new(89, 108)),
        (new(353, 560), new(17, 25)),
        (new(120, 325), new(202, 593)),
        (new(138, 417), new(131, 375)),
        (new(53, 191), new(94, 393)),
        (new(22, 373), new(24, 341)),
    ];

    // Fisher's tea is the first; the others were computed with fractions.
    [Theory]
    [InlineData(3, 4, 1, 4, 0.4857142857142857)]
    [InlineData(50, 100, 65, 100, 0.04493200011130272)]
    [InlineData(0, 10, 5, 10, 0.032507739938080496)]
    [InlineData(1, 1000, 9, 1000, 0.02117752939684126)]
    [InlineData(300, 1000, 380, 1000, 0.00018996237320505075)]
    [InlineData(0, 100, 0, 100, 1)]
    [InlineData(7, 7, 0, 1, 0.125)]
    public void OfShares_TwoShares_IsFishersTest(long hits, long of, long hitsNow, long ofNow, double expected) =>
        Assert.Equal(expected, SignificanceTest.OfShares(new Proportion(hits, of), new Proportion(hitsNow, ofNow)), 10);

    [Fact]
    public void OfShares_AnySmallShares_IsTheSumOfTheTables() =>
        Gen.Select(Gen.Long[1, 30], Gen.Long[1, 30], Gen.Long[0, 30], Gen.Long[0, 30])
            .Sample(
                (of, ofNow, hits, hitsNow) =>
                {
                    var (before, now) = (new Proportion(Math.Min(hits, of), of), new Proportion(Math.Min(hitsNow, ofNow), ofNow));
                    Assert.Equal(Tables(before, now), SignificanceTest.OfShares(before, now), 9);
                    Assert.Equal(SignificanceTest.OfShares(before, now), SignificanceTest.OfShares(now, before), 9);
                },
                iter: 300
            );

    [Fact]
    public void OfShares_MillionsOfCases_IsQuickAndNoNonsense()
    {
        Assert.InRange(SignificanceTest.OfShares(new Proportion(1_000_000, 4_000_000), new Proportion(500_700, 2_000_000)), 0.01, 1);
        Assert.InRange(SignificanceTest.OfShares(new Proportion(1_000_000, 4_000_000), new Proportion(600_000, 2_000_000)), 0, 1e-12);
    }

    [Fact]
    public void OfShares_Strata_IsTheTestOfMantelAndHaenszel() =>
        Assert.Equal(0.23226346281704702, SignificanceTest.OfShares(Berkeley), 10);

    [Fact]
    public void OfShares_StrataThatSayNothing_AreNoNumber() =>
        Assert.True(double.IsNaN(SignificanceTest.OfShares([(new(5, 5), new(5, 5)), (new(0, 0), new(1, 2))])));

    // Computed with fractions: both tails of the binomial that is left once the sum is given.
    [Theory]
    [InlineData(120, 92, 40, 31, 1)]
    [InlineData(400, 92, 60, 31, 1.943522551412761e-10)]
    [InlineData(30, 92, 0, 31, 0.0003292391507984411)]
    [InlineData(11, 800, 21, 3011, 0.11201731957539932)]
    public void OfCounts_TwoCounts_IsTheExactTest(long before, double timeBefore, long now, double timeNow, double expected)
    {
        Assert.Equal(expected, SignificanceTest.OfCounts(before, timeBefore, now, timeNow), 10);
        Assert.Equal(expected, SignificanceTest.OfCounts(now, timeNow, before, timeBefore), 10);
    }

    [Fact]
    public void OfCounts_Nothing_IsNoNumber() => Assert.True(double.IsNaN(SignificanceTest.OfCounts(0, 1, 0, 1)));

    [Theory]
    [InlineData(1_000_000, 365, 85_000, 31, 0.5, 1)]
    [InlineData(1_000_000, 365, 95_000, 31, 0, 1e-12)]
    public void OfCounts_Millions_IsNoNonsense(long before, double timeBefore, long now, double timeNow, double least, double most) =>
        Assert.InRange(SignificanceTest.OfCounts(before, timeBefore, now, timeNow), least, most);

    // The example of Benjamini and Hochberg's paper: four of fifteen stand at 0.05.
    [Fact]
    public void Corrected_Paper_LeavesFour()
    {
        double[] chances =
        [
            0.0001,
            0.0004,
            0.0019,
            0.0095,
            0.0201,
            0.0278,
            0.0298,
            0.0344,
            0.0459,
            0.3240,
            0.4262,
            0.5719,
            0.6528,
            0.7590,
            1.0000,
        ];

        Assert.Equal(4, SignificanceTest.Corrected(chances).Count(chance => chance <= 0.05));
    }

    [Fact]
    public void Corrected_AnyChances_KeepsTheirOrderAndNeverLowersOne() =>
        Gen.Double[0, 1]
            .Array[0, 20]
            .Sample(chances =>
            {
                var corrected = SignificanceTest.Corrected([.. chances, double.NaN]);

                Assert.True(double.IsNaN(corrected[^1]));
                for (var place = 0; place < chances.Length; place++)
                {
                    Assert.InRange(corrected[place], chances[place] - 1e-12, 1);
                    for (var other = 0; other < chances.Length; other++)
                        Assert.True(chances[place] > chances[other] || corrected[place] <= corrected[other] + 1e-12);
                }
            });

    private static double Tables(Proportion before, Proportion now)
    {
        var hits = before.Hits + now.Hits;
        BigInteger Ways(long at) => Choose(now.Of, at) * Choose(before.Of, hits - at);
        var own = Ways(now.Hits);
        var all = Enumerable.Range(0, (int)hits + 1).Select(at => Ways(at)).ToList();
        return (double)all.Where(ways => ways <= own).Aggregate(BigInteger.Add) / (double)all.Aggregate(BigInteger.Add);
    }

    private static BigInteger Choose(long of, long some)
    {
        if (some < 0 || some > of)
            return 0;
        var ways = BigInteger.One;
        for (var place = 1L; place <= some; place++)
            ways = ways * (of - some + place) / place;
        return ways;
    }
}
