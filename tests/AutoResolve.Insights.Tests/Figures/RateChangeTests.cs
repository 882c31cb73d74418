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

        Assert.Equal((0.5, 0.7, 0.2), (change.Before.Value, change.Now.Value, Math.Round(change.Raw.Value, 10)));
        Assert.InRange(change.RawP, 0, 0.001);
        Assert.Equal((0.0, 1.0), (Math.Round(change.Adjusted.Value, 10), change.AdjustedP));
        Assert.InRange(change.Adjusted.Lower, -0.1, -0.01);
        Assert.InRange(change.Adjusted.Upper, 0.01, 0.1);
    }

    [Fact]
    public void Adjusted_TypesThatVanishedOrAreNew_SayNothing()
    {
        var change = new RateChange(Rates(("easy", 90, 100), ("gone", 0, 100)), Rates(("easy", 90, 100), ("new", 0, 50)));

        Assert.Equal((0.0, 100L, 1.0), (change.Adjusted.Value, change.Adjusted.Of, change.AdjustedP));
    }

    [Fact]
    public void Change_NoIssues_SaysNothing()
    {
        var change = new RateChange(Rates(("a", 1, 2)), Rates());

        Assert.Equal((Difference.None, Difference.None), (change.Raw, change.Adjusted));
        Assert.True(double.IsNaN(change.RawP) && double.IsNaN(change.AdjustedP));
    }

    // Newcombe's example (a): 56 of 70 against 48 of 80 differ by 0.20, from 0.0524 to 0.3339.
    [Fact]
    public void Raw_Example_HasNewcombesInterval()
    {
        var (value, lower, upper, _) = new RateChange(Rates(("a", 48, 80)), Rates(("a", 56, 70))).Raw;

        Assert.Equal((0.2, 0.0524, 0.3339), (Math.Round(value, 4), Math.Round(lower, 4), Math.Round(upper, 4)));
    }

    [Fact]
    public void Adjusted_Berkeley_IsTheMantelHaenszelDifference()
    {
        var (value, lower, upper, of) = new RateChange(
            Rates(("A", 512, 825), ("B", 353, 560), ("C", 120, 325), ("D", 138, 417), ("E", 53, 191), ("F", 22, 373)),
            Rates(("A", 89, 108), ("B", 17, 25), ("C", 202, 593), ("D", 131, 375), ("E", 94, 393), ("F", 24, 341))
        ).Adjusted;

        Assert.Equal((0.018425196, 1835L), (Math.Round(value, 9), of));

        // By the variance of Sato, which holds with so many cases, from -0.0106 to 0.0475.
        Assert.InRange(lower, -0.0126, -0.0096);
        Assert.InRange(upper, 0.0465, 0.0495);
    }

    [Theory]
    [InlineData(15, 300, 0, 15)]
    [InlineData(1, 50, 3, 3)]
    [InlineData(10, 10, 0, 10)]
    [InlineData(48, 80, 56, 70)]
    public void Adjusted_OneType_IsAsSureAsTheRawChange(int before, int ofBefore, int now, int ofNow)
    {
        var change = new RateChange(Rates(("a", before, ofBefore)), Rates(("a", now, ofNow)));

        Assert.Equal(change.Raw.Value, change.Adjusted.Value, 12);
        Assert.Equal(change.Raw.Lower, change.Adjusted.Lower, 12);
        Assert.Equal(change.Raw.Upper, change.Adjusted.Upper, 12);
    }

    // The truth is in 95 of 100 intervals: few types or many, of few issues or many, of shares near the ends.
    [Theory]
    [InlineData("80 types of few issues, as desks have them", 80, 5, 60, 1, 8, 0.0, 0.85, 0.1)]
    [InlineData("rare in all types", 20, 20, 21, 3, 4, 0.03, 0.03, 0.0)]
    [InlineData("one issue of each type", 40, 30, 31, 1, 2, 0.05, 0.9, 0.0)]
    [InlineData("many issues of few types", 6, 300, 600, 100, 200, 0.05, 0.8, 0.1)]
    [InlineData("one type, nearly all", 1, 400, 401, 20, 21, 0.95, 0.95, 0.02)]
    [InlineData("one type, rare", 1, 300, 301, 15, 16, 0.05, 0.05, 0.0)]
    [InlineData("one type, another world", 1, 300, 301, 10, 11, 0.02, 0.02, 0.93)]
    public void Adjusted_DrawnAtRandom_HoldsTheTruthAsOftenAsItSays(
        string case_,
        int types,
        int leastBefore,
        int mostBefore,
        int leastNow,
        int mostNow,
        double lowest,
        double highest,
        double difference
    )
    {
        var random = new Random(7);
        var (held, times) = (0, 1000);
        for (var time = 0; time < times; time++)
        {
            var (before, now) = (new Dictionary<string, Proportion>(), new Dictionary<string, Proportion>());
            for (var type = 0; type < types; type++)
            {
                var share = lowest + (random.NextDouble() * (highest - lowest));
                before[$"{type}"] = Draw(random, share, random.Next(leastBefore, mostBefore));
                now[$"{type}"] = Draw(random, share + difference, random.Next(leastNow, mostNow));
            }

            var change = new RateChange(before, now).Adjusted;
            held += change.Lower <= difference && change.Upper >= difference ? 1 : 0;
        }

        Assert.True(held / (double)times is >= 0.92 and <= 0.985, $"{case_}: {held} of {times}");
    }

    private static Proportion Draw(Random random, double share, int of) =>
        new(Enumerable.Range(0, of).Count(_ => random.NextDouble() < share), of);

    private static Dictionary<string, Proportion> Rates(params (string Type, int Hits, int Of)[] rates) =>
        rates.ToDictionary(rate => rate.Type, rate => new Proportion(rate.Hits, rate.Of));
}
