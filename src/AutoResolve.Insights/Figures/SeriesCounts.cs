namespace AutoResolve.Insights.Figures;

/// <summary>How many issues came, and what became of them in short.</summary>
/// <param name="Issues">All.</param>
/// <param name="Resolved">Resolved by rule.</param>
/// <param name="Handled">Those that took a person's time.</param>
internal readonly record struct SeriesCounts(long Issues, long Resolved, long Handled)
{
    public long Others => Issues - Resolved - Handled;

    public static SeriesCounts operator +(SeriesCounts left, SeriesCounts right) =>
        new(left.Issues + right.Issues, left.Resolved + right.Resolved, left.Handled + right.Handled);
}
