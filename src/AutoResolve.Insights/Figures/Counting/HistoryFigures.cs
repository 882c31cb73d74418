using System.Globalization;
using AutoResolve.Insights.History;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>Counts the issues of a history file, so that there are figures from the first day. People dealt with them, so nothing counts as decided by a rule.</summary>
internal static class HistoryFigures
{
    /// <param name="file">The history; its dates are read in the zone of the calendar, its texts need not be there.</param>
    /// <param name="calendar">In which issues came.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="HistoryException">Nothing in it can be used.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FigureSet Read(HistoryFile file, ReportingCalendar calendar, CancellationToken cancellationToken)
    {
        var fold = new FigureFold(calendar);
        var (all, undated) = (0, 0);
        foreach (var issue in file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            all++;
            if (issue.Date is not { } date)
                undated++;
            else if (calendar.PartOf(date) is { } part)
                fold.Add(part, new FigureKey(issue.Tier, issue.Label ?? FigureKey.UnknownType, issue.Team, issue.Channel, issue.Product), Counts(issue));
        }

        if (undated == all)
            throw new HistoryException($"No issue of {file.Path} has a date that could be read, so none belongs to a month. Say which column holds it with --column date=NAME.");
        List<string> remarks = [];
        if (undated > 0)
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"Not counted: {undated} of {all} issues have no date that could be read."));
        if (file.Problems.Unread > 0)
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"Not counted: {file.Problems.Unread} records could not be read."));
        return fold.ToSet(remarks);
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
