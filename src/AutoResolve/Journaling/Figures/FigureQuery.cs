namespace AutoResolve.Journaling.Figures;

/// <summary>Which issues are counted.</summary>
/// <param name="Starts">The first instant of each part of the time, such as its days, in ascending order; at least one.</param>
/// <param name="To">The end of the last part; before the year 9900.</param>
/// <param name="GraceDays">
/// The days of grace, each of 24 hours, from 0 to 3650: so long an issue is followed after it came and an answer after it was given, and
/// within so long a second contact opens an issue again.
/// </param>
/// <param name="Now">Until when is known what became of them; from the year 100 on.</param>
/// <exception cref="ArgumentException">One of them is not so.</exception>
public sealed record FigureQuery(IReadOnlyList<DateTimeOffset> Starts, DateTimeOffset To, int GraceDays, DateTimeOffset Now)
{
    private const int MaxGraceDays = 3650;

    // So that adding and taking off days of grace stays within what a time can be.
    private static readonly DateTimeOffset FirstNow = new(100, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset LastTo = new(9899, 12, 31, 23, 59, 59, TimeSpan.Zero);

    /// <summary>The first instant of each part of the time, such as its days, in ascending order; at least one.</summary>
    public IReadOnlyList<DateTimeOffset> Starts
    {
        get;
        init => field = Ascending(value);
    } = Ascending(Starts);

    /// <summary>The end of the last part; before the year 9900.</summary>
    public DateTimeOffset To
    {
        get;
        init => field = NotTooLate(value);
    } = NotTooLate(To);

    /// <summary>
    /// The days of grace, each of 24 hours, from 0 to 3650: so long an issue is followed after it came and an answer after it was given,
    /// and within so long a second contact opens an issue again.
    /// </summary>
    public int GraceDays
    {
        get;
        init => field = Grace(value);
    } = Grace(GraceDays);

    /// <summary>Until when is known what became of them; from the year 100 on.</summary>
    public DateTimeOffset Now
    {
        get;
        init => field = NotTooEarly(value);
    } = NotTooEarly(Now);

    /// <summary>
    /// Until when entries are read: whoever comes back does so within twice the days of grace; what comes later changes nothing.
    /// </summary>
    public DateTimeOffset ReadUntil => To.AddDays(2 * GraceDays);

    private static IReadOnlyList<DateTimeOffset> Ascending(IReadOnlyList<DateTimeOffset> starts)
    {
        ArgumentNullException.ThrowIfNull(starts, nameof(Starts));
        if (starts.Count == 0)
            throw Wrong("There is no part: Starts needs at least one.", nameof(Starts));
        for (var place = 1; place < starts.Count; place++)
        {
            if (starts[place] < starts[place - 1])
                throw Wrong($"Starts must be in ascending order; number {place + 1} is before the one in front of it.", nameof(Starts));
        }

        return starts;
    }

    private static ArgumentException Wrong(string problem, string name) => new(problem, name);

    private static DateTimeOffset NotTooLate(DateTimeOffset to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, LastTo, nameof(To));
        return to;
    }

    private static int Grace(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days, nameof(GraceDays));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaxGraceDays, nameof(GraceDays));
        return days;
    }

    private static DateTimeOffset NotTooEarly(DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(now, FirstNow, nameof(Now));
        return now;
    }
}
