using System.Globalization;
using AutoResolve.Journaling;
using AutoResolve.Journaling.Figures;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>Counts the issues of a journal: in its database where it has one, else entry by entry. Writes nothing.</summary>
internal static class JournalFigures
{
    private const int MaxNamed = 3;

    /// <param name="journal">A journal.</param>
    /// <param name="calendar">In which issues first came.</param>
    /// <param name="days">The days of grace, each of 24 hours, within which a second contact opens an issue again.</param>
    /// <param name="now">Until when is known what became of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public static async Task<FigureSet> ReadAsync(
        IJournal journal,
        ReportingCalendar calendar,
        int days,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var source = EntryFigureSource.Of(journal);
        var query = new FigureQuery(calendar.Starts, calendar.Period.To, days, now);
        var fold = new FigureAggregator(calendar);
        var figures = await source.CountIssuesAsync(query, cancellationToken).ConfigureAwait(false);
        foreach (var count in figures.Counts)
            fold.Add(count.Part, KeyOf(count), CountsOf(count), count.IsSuperseded);
        await FollowCasesAsync(source, query, new CaseTally(fold, calendar, TimeSpan.FromDays(days), now), cancellationToken)
            .ConfigureAwait(false);
        return fold.ToSet(Remarks(figures.Unreadable)) with
        {
            KnownSince = figures.KnownSince is { } first ? ReportingPeriod.OfDay(first, calendar.Zone).From : null,
        };
    }

    // In memory is one issue at a time.
    private static async Task FollowCasesAsync(
        IFigureSource source,
        FigureQuery query,
        CaseTally tally,
        CancellationToken cancellationToken
    )
    {
        var courses = new Dictionary<string, CaseCourse>(StringComparer.Ordinal);
        var issue = "";
        await foreach (var entry in source.ReadByCaseAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (entry.IssueId != issue)
                Finish();
            issue = entry.IssueId;
            var tenant = entry.Tenant ?? "";
            if (!courses.TryGetValue(tenant, out var course))
                courses[tenant] = course = new CaseCourse(TimeSpan.FromDays(query.GraceDays));
            course.See(entry);
        }

        Finish();
        tally.Finish();

        void Finish()
        {
            foreach (var course in courses.Values)
                tally.Add(course);
            courses.Clear();
        }
    }

    private static FigureKey KeyOf(IssueCount count) =>
        new(count.Tier, count.Type, count.Team, count.Channel, count.Product, count.RuleId, count.Reason, count.Tenant, count.Language);

    private static FigureCounts CountsOf(IssueCount count) =>
        new()
        {
            Issues = count.Issues,
            Decided = count.Issues,
            Answered = count.Answered,
            Confirmed = count.Confirmed,
            Assumed = count.Assumed,
            Unseen = count.Unseen,
            Reopened = count.Reopened,
            Helpful = count.Helpful,
            Wrong = count.Wrong,
            Followed = count.Issues,
            Escalated = count.Escalated,
            Routed = count.Routed,
            Asked = count.Asked,
            Ignored = count.Ignored,
            Unfinished = count.Unfinished,
            FirstContact = count.FirstContact,
            WithinHour = count.WithinHour,
            WithinDay = count.WithinDay,
            Minutes = count.Minutes,
            Handled = count.Handled,
        };

    private static IReadOnlyList<string> Remarks(IReadOnlyList<long> unreadable)
    {
        if (unreadable.Count == 0)
            return [];
        var entries = unreadable.Count == 1 ? "entry" : "entries";
        var named = string.Join(", ", unreadable.Take(MaxNamed));
        return
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"Not counted: {unreadable.Count} {entries} of the journal that cannot be read, such as {named}"
            ),
        ];
    }
}
