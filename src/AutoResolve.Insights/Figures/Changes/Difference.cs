namespace AutoResolve.Insights.Figures.Changes;

/// <summary>By how much one share is larger than another, with the ends of its 95 % interval.</summary>
/// <param name="Value">From -1 to 1; not a number where one of them is of no cases.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Of">The cases of the share of now.</param>
internal readonly record struct Difference(double Value, double Lower, double Upper, long Of)
{
    public static readonly Difference None = new(double.NaN, double.NaN, double.NaN, 0);
}
