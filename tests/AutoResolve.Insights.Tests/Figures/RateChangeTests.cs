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

    // Computed apart, by the formulas of Sato's paper.
    [Fact]
    public void Adjusted_Berkeley_HasSatosInterval()
    {
        var (value, lower, upper, of) = new RateChange(
            Rates(("A", 512, 825), ("B", 353, 560), ("C", 120, 325), ("D", 138, 417), ("E", 53, 191), ("F", 22, 373)),
            Rates(("A", 89, 108), ("B", 17, 25), ("C", 202, 593), ("D", 131, 375), ("E", 94, 393), ("F", 24, 341))).Adjusted;

        Assert.Equal((0.018425196, -0.010632043, 0.047482436, 1835L), (Math.Round(value, 9), Math.Round(lower, 9), Math.Round(upper, 9), of));
    }

    // 80 types of few issues each, as desks have them: 95 of 100 intervals hold the truth.
    [Fact]
    public void Adjusted_ManySparseTypes_HoldsTheTruthAsOftenAsItSays()
    {
        var random = new Random(7);
        var (held, times) = (0, 1000);
        for (var time = 0; time < times; time++)
        {
            var (before, now) = (new Dictionary<string, Share>(), new Dictionary<string, Share>());
            for (var type = 0; type < 80; type++)
            {
                var share = random.NextDouble() * 0.85;
                before[$"{type}"] = Draw(random, share, random.Next(5, 60));
                now[$"{type}"] = Draw(random, share + 0.1, random.Next(1, 8));
            }

            var change = new RateChange(before, now).Adjusted;
            held += change.Lower <= 0.1 && change.Upper >= 0.1 ? 1 : 0;
        }

        Assert.InRange(held / (double)times, 0.93, 0.97);
    }

    private static Share Draw(Random random, double share, int of) => new(Enumerable.Range(0, of).Count(_ => random.NextDouble() < share), of);

    private static Dictionary<string, Share> Rates(params (string Type, int Hits, int Of)[] rates) => rates.ToDictionary(rate => rate.Type, rate => new Share(rate.Hits, rate.Of));
}
