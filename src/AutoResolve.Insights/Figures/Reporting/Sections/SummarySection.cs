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

    // What an answer that is not old enough yet would change: compared only once it is.
    private static readonly string[] AwaitGrace = ["resolved", "pending", "firstContact"];

    private static readonly string[] Drawn = ["resolved", "escalated", "routed", "asked", "reopened", "firstContact"];

    public static ReportSection Of(ReportInput input)
    {
        var compares = input.Baseline is not null;
        var counts = FigureGroup.Sum(input.Figures.Cells);
        var pending = Math.Max(counts.Pending, FigureGroup.Sum(input.Baseline?.Cells ?? []).Pending);
        var shares = Rates
            .Select(rate => (rate.Key, rate.Name, Change: new RateChange(FigureGroup.ByType(input.Baseline?.Cells, cell => rate.Share(cell.Counts)), FigureGroup.ByType(input.Figures.Cells, cell => rate.Share(cell.Counts))), IsEarly: pending > 0 && AwaitGrace.Contains(rate.Key)))
            .Where(share => share.Change is not { Now.Of: 0, Before.Of: 0 })
            .ToList();
        var raw = Chance.Corrected([.. shares.Select(share => share.IsEarly ? double.NaN : share.Change.RawP)]);
        var adjusted = Chance.Corrected([.. shares.Select(share => share.IsEarly ? double.NaN : share.Change.AdjustedP)]);
        var rows = shares.Select((share, place) =>
        {
            List<Cell> row = [new Cell(share.Name, share.Key), Cell.Rate(share.Change.Now)];
            if (compares)
                row.AddRange([Cell.Rate(share.Change.Before), .. share.IsEarly ? (Cell[])[Cell.None, Cell.None, Cell.None, Cell.None] : [Cell.Points(share.Change.Raw), Cell.ByChance(raw[place]), Cell.Points(share.Change.Adjusted), Cell.ByChance(adjusted[place])]]);
            return (IReadOnlyList<Cell>)row;
        }).ToList();
        var drawn = shares.Where(share => Drawn.Contains(share.Key)).Select(share => (share.Name, share.Change.Now, share.IsEarly ? default : share.Change.Before)).ToList();

        List<Column> columns = [new("figure", "Figure"), new("share", "Share, 95 % interval, and n", IsNumber: true)];
        if (compares)
        {
            columns.AddRange(
            [
                new("baseline", "Baseline", IsNumber: true), new("points", "Change in points", IsNumber: true), new("p", "By chance?", IsNumber: true),
                new("adjusted", "Change in points, mix-adjusted", IsNumber: true), new("adjustedP", "By chance?", IsNumber: true),
            ]);
        }

        var note = counts.Issues == 0 ? "No issue came in this time."
            : counts.Decided == 0 ? "These issues are of a history: people dealt with them, so there are no figures of what rules did."
            : compares ? "Shares of the issues against the baseline, as they are, and where another mix of types is no difference." + (pending > 0 ? " Answers are pending, so that what depends on them is not compared yet." : "")
            : "There is no baseline to compare with.";
        return new ReportSection("summary", "Shares", note, columns, rows, drawn.Count == 0 ? null : new RangeChart("Shares of the issues, each with its interval.", drawn));
    }
}
