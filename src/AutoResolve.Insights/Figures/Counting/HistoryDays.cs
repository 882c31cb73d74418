namespace AutoResolve.Insights.Figures.Counting;

/// <summary>The days on which issues of a history came, and between which they are known.</summary>
/// <param name="zone">The reporting zone.</param>
internal sealed class HistoryDays(TimeZoneInfo zone)
{
    // One of so many issues, and so many days before the next, is a slip and no beginning.
    private const int MaxStrays = 200;
    private const int LongBefore = 60;

    private readonly SortedDictionary<DateOnly, int> _issues = [];

    /// <summary>The start of the first day of which issues are known.</summary>
    public DateTimeOffset Since => Day(First()).From;

    /// <summary>The end of the last.</summary>
    public DateTimeOffset Until => Day(_issues.Keys.Last()).To;

    /// <summary>
    /// Issues dated long before all others, as by a slip or by an export's default: before them nothing is known, and between them and
    /// the others neither.
    /// </summary>
    public (int Issues, DateOnly First) Strays
    {
        get
        {
            var (issues, seen, all) = (0, 0, _issues.Values.Sum());
            DateOnly? last = null;
            foreach (var (day, count) in _issues)
            {
                if (last is { } before && day.DayNumber - before.DayNumber >= LongBefore)
                    issues = seen;
                if ((seen += count) > all / MaxStrays)
                    break;
                last = day;
            }

            return (issues, _issues.Keys.FirstOrDefault());
        }
    }

    public void Add(DateTimeOffset date)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(date, zone).DateTime);
        _issues[day] = _issues.GetValueOrDefault(day) + 1;
    }

    private DateOnly First()
    {
        var left = Strays.Issues;
        foreach (var (day, count) in _issues)
        {
            if (left <= 0)
                return day;
            left -= count;
        }

        return _issues.Keys.First();
    }

    private ReportingPeriod Day(DateOnly day)
    {
        var counted = day.Year < ReportingCalendar.FirstYear ? new DateOnly(ReportingCalendar.FirstYear, 1, 1) : day;
        return ReportingPeriod.Of(counted, counted.AddDays(1), zone);
    }
}
