namespace AutoResolve.Insights.Measuring;

/// <summary>A share of a number of cases, with its 95 % interval.</summary>
/// <remarks>Wilson's score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.</remarks>
/// <param name="Hits">Cases in which it is true.</param>
/// <param name="Of">All cases.</param>
public readonly record struct Proportion(long Hits, long Of)
{
    /// <summary>How many standard errors the intervals reach to either side.</summary>
    internal const double Z = 1.959964;

    /// <summary>From 0 to 1; not a number without cases.</summary>
    public double Value => Of == 0 ? double.NaN : (double)Hits / Of;

    /// <summary>The lower end of the interval.</summary>
    public double Lower => Of == 0 ? 0 : Bound(Value, Of, -Z);

    /// <summary>The upper end of the interval.</summary>
    public double Upper => Of == 0 ? 1 : Bound(Value, Of, Z);

    /// <summary>The end of the interval of a share at some number of standard errors; below it where that is negative.</summary>
    internal static double Bound(double share, double cases, double z)
    {
        var margin = z * Math.Sqrt(((share * (1 - share)) + (z * z / (4 * cases))) / cases);
        return Math.Clamp((share + (z * z / (2 * cases)) + margin) / (1 + (z * z / cases)), 0, 1);
    }

    /// <summary>The share of both together.</summary>
    /// <param name="left">Some cases.</param>
    /// <param name="right">Others.</param>
    public static Proportion operator +(Proportion left, Proportion right) => new(left.Hits + right.Hits, left.Of + right.Of);
}
