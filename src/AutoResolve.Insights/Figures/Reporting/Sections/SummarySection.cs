using AutoResolve.Insights.Figures.Changes;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>All rates, against the baseline.</summary>
internal static class SummarySection
{
    private static readonly (string Key, string Name, Func<FigureCounts, Share> Share)[] Rates =
    [
        ("answered", "Answered by rule", counts => new Share(counts.Answered, counts.Decided)),
        ("resolved", "Resolved by rule", counts => new Share(counts.Resolved, counts.Decided)),
        ("confirmed", "Confirmed, of the resolved", counts => new Share(counts.Confirmed, counts.Resolved)),
        ("assumed", "Assumed, of the resolved", counts => new Share(counts.Assumed, counts.Resolved)),
        ("unseen", "Requester not known, of the assumed", counts => new Share(counts.Unseen, counts.Assumed)),
        ("reopened", "Reopened, of the judged", counts => new Share(counts.Reopened, counts.Judged)),
        ("pending", "Pending, of the answered", counts => new Share(counts.Pending, counts.Answered)),
        ("escalated", "Escalated", counts => new Share(counts.Escalated, counts.Followed)),
        ("routed", "Routed to a team", counts => new Share(counts.Routed, counts.Decided)),
        ("asked", "Asked for what is missing", counts => new Share(counts.Asked, counts.Decided)),
        ("ignored", "Nothing to be done", counts => new Share(counts.Ignored, counts.Decided)),
        ("unfinished", "Begun and not finished", counts => new Share(counts.Unfinished, counts.Decided)),
        ("firstContact", "First-contact share", counts => new Share(counts.FirstContact, counts.Decided)),
        ("withinHour", "Resolved within an hour, of the resolved", counts => new Share(counts.WithinHour, counts.Resolved)),
        ("withinDay", "Resolved within a day, of the resolved", counts => new Share(counts.WithinDay, counts.Resolved)),
    ];

    private static readonly string[] Drawn = ["resolved", "escalated", "routed", "asked", "reopened", "firstContact"];

    public static ReportSection Of(ReportInput input)
    {
        var compares = input.Baseline is not null;
        var rows = new List<IReadOnlyList<Cell>>();
        var drawn = new List<(string, Share, Share)>();
        foreach (var (key, name, share) in Rates)
        {
            Share OfCell(FigureCell cell) => share(cell.Counts);
            var change = new RateChange(FigureGroup.ByType(input.Baseline?.Cells, OfCell), FigureGroup.ByType(input.Figures.Cells, OfCell));
            if (change is { Now.Of: 0, Before.Of: 0 })
                continue;
            List<Cell> row = [new Cell(name, key), Cell.Rate(change.Now)];
            if (compares)
                row.AddRange([Cell.Rate(change.Before), Cell.Points(change), Cell.ByChance(change.P), Cell.Rate(change.Adjusted), Cell.ByChance(change.AdjustedP)]);
            rows.Add(row);
            if (Drawn.Contains(key))
                drawn.Add((name, change.Now, change.Before));
        }

        List<Column> columns = [new("figure", "Figure"), new("share", "Share, 95 % interval, and n", IsNumber: true)];
        if (compares)
        {
            columns.AddRange(
            [
                new("baseline", "Baseline", IsNumber: true), new("points", "Change in points", IsNumber: true), new("p", "By chance", IsNumber: true),
                new("adjusted", "Now, mix-adjusted", IsNumber: true), new("adjustedP", "By chance, mix-adjusted", IsNumber: true),
            ]);
        }

        var counts = FigureGroup.Sum(input.Figures.Cells);
        var note = counts.Issues == 0 ? "No issue came in this time."
            : counts.Decided == 0 ? "These issues are of a history: people dealt with them, so there are no figures of what rules did."
            : compares ? "Shares of the issues, and as they would be if issues came in the baseline's mix of types."
            : "There is no baseline to compare with.";
        return new ReportSection("summary", "Shares", note, columns, rows, drawn.Count == 0 ? null : new RangeChart("Shares of the issues, each with its interval.", drawn));
    }
}
