namespace AutoResolve.Insights.Figures;

/// <summary>How long issues and answers are followed.</summary>
internal static class ReopenWindow
{
    /// <summary>
    /// Whether all is known that can become of the issues of a time: each is followed for the days of grace after it came.
    /// </summary>
    public static bool IsSettled(DateTimeOffset end, int grace, DateTimeOffset known) => known >= end.AddDays(grace);

    /// <summary>Whether it is known too which answers stand: each is followed for the days of grace after it was given.</summary>
    public static bool IsFinal(DateTimeOffset end, int grace, DateTimeOffset known, IEnumerable<FigureCell> cells) =>
        known >= FinalAt(end, grace) && cells.All(cell => cell.Counts.Pending == 0);

    /// <summary>When a time is final.</summary>
    public static DateTimeOffset FinalAt(DateTimeOffset end, int grace) => end.AddDays(2 * grace);
}
