namespace AutoResolve.Insights.Figures.Counting;

/// <summary>
/// Counts cases by what became of them. Of each case that may have come back it keeps when and about what it came, of all others nothing.
/// </summary>
/// <param name="fold">Where they are counted.</param>
/// <param name="calendar">In which they came.</param>
/// <param name="grace">The days of grace.</param>
/// <param name="now">Until when is known what became of them.</param>
internal sealed class CaseTally(FigureAggregator fold, ReportingCalendar calendar, TimeSpan grace, DateTimeOffset now)
{
    private readonly Dictionary<(string? Tenant, string Requester, string Type), List<DateTimeOffset>> _contacts = [];
    private readonly List<(int Part, CaseCourse Course, List<DateTimeOffset> Contacts)> _answered = [];

    public void Add(CaseCourse course)
    {
        if (course.First is not { } first)
            return;
        var contacts = Contacts(course);
        contacts?.Add(first);
        if (calendar.PartOf(first) is not { } part)
            return;
        if (course.GoodAt is not null && contacts is not null)
            _answered.Add((part, course, contacts));
        else
            Count(part, course, cameBack: false);
    }

    /// <summary>Counts those of which is only known now whether who asked came back.</summary>
    public void Finish()
    {
        foreach (var (part, course, contacts) in _answered)
            Count(part, course, contacts.Exists(contact => contact > course.GoodAt && contact <= course.GoodAt + grace));
        _answered.Clear();
    }

    private void Count(int part, CaseCourse course, bool cameBack)
    {
        var (end, asking) = course.End(now, cameBack);
        fold.AddCase(part, course.Key, end, calendar.IsOfPeriod(part) ? asking : asking with { Minutes = [] });
    }

    private List<DateTimeOffset>? Contacts(CaseCourse course)
    {
        if (course is not { Requester: { } requester, Key: { Type: not FigureKey.UnknownType } key })
            return null;
        var about = (key.Center, requester, key.Type);
        if (!_contacts.TryGetValue(about, out var contacts))
            _contacts[about] = contacts = [];
        return contacts;
    }
}
