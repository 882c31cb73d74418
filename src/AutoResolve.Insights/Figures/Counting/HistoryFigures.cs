using System.Globalization;
using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>
/// Counts the issues of a history file, so that there are figures from the first day. People dealt with them, so nothing counts as
/// decided by a rule.
/// </summary>
internal static class HistoryFigures
{
    private static readonly string[] Wanted = ["type", "team", "tier", "channel"];

    /// <param name="file">The history; its dates are read in the zone of the calendar, its texts need not be there.</param>
    /// <param name="calendar">In which issues came.</param>
    /// <param name="now">Today, after which no issue can have come.</param>
    /// <param name="rulebook">The rules that say what each issue is of; null where they are not known.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="HistoryException">Nothing in it can be used.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FigureSet Read(
        HistoryFile file,
        ReportingCalendar calendar,
        DateTimeOffset now,
        Rulebook? rulebook,
        CancellationToken cancellationToken
    )
    {
        var tally = new HistoryTally(calendar, now, rulebook);
        foreach (var issue in file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Add(issue);
        }

        Check(file, tally);
        return tally.ToSet([.. Remarks(file, tally)]);
    }

    private static void Check(HistoryFile file, HistoryTally tally)
    {
        if (file.Order is { DayFirst: { } day, MonthFirst: { } month })
            throw new HistoryException(
                $"Of the dates of {file.Path} some have the day first (record {day}), some the month (record {month}). Write dates as "
                    + "2026-10-31."
            );
        if (file.Order.OtherOrder is { } record)
        {
            var (first, said) = file.Order.IsDayFirst == true ? ("month", "--day-first") : ("day", "--month-first");
            throw new HistoryException(
                $"The date of record {record} of {file.Path} has the {first} first, and others like it would be misread. Leave {said} away."
            );
        }

        if (tally.Undated == tally.All)
        {
            throw new HistoryException(
                file.Problems.Values.FirstOrDefault(value => value.What == "date") is { } unread
                    ? $"No issue of {file.Path} has a date that could be read, so none belongs to a month. It has "
                        + $"dates such as '{unread.Example}': {unread.Cure}. Known are {HistoryFile.KnownDates}. If another column "
                        + $"holds the date, say so with --column date=NAME; it has {file.NamesText}."
                    : $"No issue of {file.Path} has a date that could be read, so none belongs to a month. Say "
                        + $"which column holds it with --column date=NAME; it has {file.NamesText}."
            );
        }

        if (tally.Undated + tally.ToCome == tally.All)
            throw new HistoryException($"All issues of {file.Path} that have a date are dated after today, so none belongs to a month.");
    }

    private static IEnumerable<string> Remarks(HistoryFile file, HistoryTally tally)
    {
        var problems = file.Problems;
        if (tally.Undated > 0)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Not counted: {tally.Undated} of {tally.All} issues have no date that could be read"
            );
        if (tally.ToCome > 0)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Not counted: {tally.ToCome} {(tally.ToCome == 1 ? "issue is" : "issues are")} dated after today"
            );
        if (tally.Strays is { Issues: > 0 } strays)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{strays.Issues} {(strays.Issues == 1 ? "issue is" : "issues are")} dated long before all "
                    + $"others, such as on {strays.First:yyyy-MM-dd}; the history is taken to begin after"
            );
        if (problems.Unread > 0)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Not counted: {problems.Unread} {(problems.Unread == 1 ? "record" : "records")} could not be "
                    + $"read, such as {problems.FirstUnread}"
            );
        if (problems.Values.Count > 0)
            yield return $"Not read: {string.Join("; ", problems.Values)}";
        if (file.Missing(Wanted) is { Count: > 0 } missing)
            yield return $"Not in the history: "
                + $"{string.Join(", ", missing)}{(file.UnusedText is { Length: > 0 } unused ? $"; its other columns: {unused}" : "")}";
        if (tally.TakesEmptyAsNo)
            yield return "Escalated: empty cells count as no, for the column holds only yes";
    }
}
