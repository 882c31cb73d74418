using System.Globalization;
using AutoResolve.Insights.History;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>Counts the issues of a history file, so that there are figures from the first day. People dealt with them, so nothing counts as decided by a rule.</summary>
internal static class HistoryFigures
{
    private static readonly string[] Wanted = ["type", "team", "tier", "channel"];

    /// <param name="file">The history; its dates are read in the zone of the calendar, its texts need not be there.</param>
    /// <param name="calendar">In which issues came.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="HistoryException">Nothing in it can be used.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FigureSet Read(HistoryFile file, ReportingCalendar calendar, CancellationToken cancellationToken)
    {
        var fold = new FigureFold(calendar);
        var (all, undated) = (0, 0);
        var (oldest, newest) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        foreach (var issue in file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            all++;
            if (issue.Date is not { } date)
            {
                undated++;
                continue;
            }

            (oldest, newest) = (date < oldest ? date : oldest, date > newest ? date : newest);
            if (calendar.PartOf(date) is { } part)
                fold.Add(part, new FigureKey(issue.Tier, issue.Label ?? FigureKey.UnknownType, issue.Team, issue.Channel, issue.Product), Counts(issue));
        }

        if (file.Problems.DayFirst is { } record)
            throw new HistoryException($"The date of record {record} of {file.Path} has the day first, and others like it would be read with the month first. Write dates as 2026-10-31.");
        if (undated == all)
            throw new HistoryException($"No issue of {file.Path} has a date that could be read, so none belongs to a month. Say which column holds it with --column date=NAME; it has {file.NamesText}.");
        return fold.ToSet([.. Remarks(file, all, undated)]) with
        {
            KnownSince = ReportingPeriod.OfDay(oldest, calendar.Zone).From,
            KnownUntil = ReportingPeriod.OfDay(newest, calendar.Zone).To,
        };
    }

    private static IEnumerable<string> Remarks(HistoryFile file, int all, int undated)
    {
        var problems = file.Problems;
        if (undated > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"Not counted: {undated} of {all} issues have no date that could be read");
        if (problems.Unread > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"Not counted: {problems.Unread} {(problems.Unread == 1 ? "record" : "records")} could not be read");
        if (problems.Count > 0)
            yield return $"Not read: {string.Join("; ", problems.First)}{(problems.Count > problems.First.Count ? string.Create(CultureInfo.InvariantCulture, $"; and {problems.Count - problems.First.Count} more") : "")}";
        if (file.Missing(Wanted) is { Count: > 0 } missing)
            yield return $"Not in the history: {string.Join(", ", missing)}{(file.UnusedText is { Length: > 0 } unused ? $"; its other columns: {unused}" : "")}";
    }

    private static FigureCounts Counts(PastIssue issue) => new()
    {
        Issues = 1,
        Followed = issue.Escalated is null ? 0 : 1,
        Escalated = issue.Escalated == true ? 1 : 0,
        Handled = 1,
        Timed = issue.Minutes is null ? 0 : 1,
        HandlingMinutes = issue.Minutes ?? 0,
    };
}
