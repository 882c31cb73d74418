using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Changes;

/// <summary>A count now against a baseline that may have taken another time.</summary>
/// <param name="Before">The count of the baseline.</param>
/// <param name="TimeBefore">Its time.</param>
/// <param name="Now">The count of the period.</param>
/// <param name="TimeNow">Its time, in the same unit.</param>
internal readonly record struct CountChange(long Before, double TimeBefore, long Now, double TimeNow)
{
    /// <summary>How many would have come at the rate of the baseline.</summary>
    public double Expected => Before * TimeNow / TimeBefore;

    /// <summary>The rate now in times of that before; not a number where nothing came before.</summary>
    public double Ratio => Before == 0 ? double.NaN : Now / Expected;

    /// <summary>The ends of the 95 % interval of <see cref="Ratio"/>.</summary>
    public double Lower => Odds(new Proportion(Now, Before + Now).Lower);

    public double Upper => Odds(new Proportion(Now, Before + Now).Upper);

    /// <summary>How likely so large a difference would be by chance.</summary>
    public double P => SignificanceTest.OfCounts(Before, TimeBefore, Now, TimeNow);

    // Given their sum, the share of the counts of now is a binomial one; its odds are the ratio.
    private double Odds(double share) => share >= 1 ? double.PositiveInfinity : share / (1 - share) * TimeBefore / TimeNow;
}
