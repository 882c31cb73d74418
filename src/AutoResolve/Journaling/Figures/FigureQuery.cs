namespace AutoResolve.Journaling.Figures;

/// <summary>Which issues are counted.</summary>
/// <param name="Starts">The first instant of each part of the time, such as its days, in ascending order; at least one.</param>
/// <param name="To">The end of the last part.</param>
/// <param name="GraceDays">
/// The days of grace, each of 24 hours: so long an issue is followed after it came and an answer after it was given, and within so long a
/// second contact opens an issue again.
/// </param>
/// <param name="Now">Until when is known what became of them.</param>
public sealed record FigureQuery(IReadOnlyList<DateTimeOffset> Starts, DateTimeOffset To, int GraceDays, DateTimeOffset Now)
{
    /// <summary>
    /// Until when entries are read: whoever comes back does so within twice the days of grace; what comes later changes nothing.
    /// </summary>
    public DateTimeOffset ReadUntil => To.AddDays(2 * GraceDays);
}
