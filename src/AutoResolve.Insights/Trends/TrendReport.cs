namespace AutoResolve.Insights.Trends;

/// <summary>Which types of issues come more often than before.</summary>
/// <param name="Period">The last so long was compared with the time before.</param>
/// <param name="Issues">How many issues were looked at.</param>
/// <param name="Undated">How many of them have no date, and so could not count.</param>
/// <param name="Rises">The types that rise, the least likely chance first.</param>
public sealed record TrendReport(TimeSpan Period, int Issues, int Undated, IReadOnlyList<TrendAlert> Rises);
