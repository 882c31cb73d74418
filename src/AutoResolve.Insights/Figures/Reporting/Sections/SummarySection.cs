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
        ("handled", "To a person or team", counts => new Share(counts.Handled, counts.Issues)),
        ("escalated", "Escalated", counts => new Share(counts.Escalated, counts.Followed)),
        ("routed", "Routed to a team", counts => new Share(counts.Routed, counts.Decided)),
        ("asked", "Asked for what is missing", counts => new Share(counts.Asked, counts.Decided)),
        ("ignored", "Nothing to be done", counts => new Share(counts.Ignored, counts.Decided)),
        ("unfinished", "Begun and not finished", counts => new Share(counts.Unfinished, counts.Decided)),
        ("firstContact", "First-contact share", counts => new Share(counts.FirstContact, counts.Decided)),
        ("withinHour", "Resolved within an hour, of the resolved", counts => new Share(counts.WithinHour, counts.Resolved)),
        ("withinDay", "Resolved within a day, of the resolved", counts => new Share(counts.WithinDay, counts.Resolved)),
    ];

    // What an issue that is not old enough yet would change, and what an answer would: compared only once they are.
    private static readonly string[] AwaitFollowUp = ["answered", "handled", "escalated", "routed", "asked", "unfinished"];
    private static readonly string[] AwaitGrace = ["resolved", "pending", "firstContact"];

    private static readonly string[] Drawn = ["resolved", "handled", "escalated", "routed", "asked", "reopened", "firstContact"];

    public static ReportSection Of(ReportInput input)
    {
        var compares = input.Baseline is not null;
        var counts = FigureGroup.Sum(input.Figures.Cells);
        var shares = Rates.Where(rate => rate.Key != "handled" || input.HasDecisions || input.ComparesPeopleWithRules)
            .Select(rate => (rate.Key, rate.Name, Change: ChangeOf(input, rate.Key), CanCompare: CanCompare(input, rate.Key)))
            .Where(share => share.Change is not { Now.Of: 0, Before.Of: 0 })
            .ToList();
        var raw = Chance.Corrected([.. shares.Select(share => share.CanCompare ? share.Change.RawP : double.NaN)]);
        var adjusted = Chance.Corrected([.. shares.Select(share => share.CanCompare ? share.Change.AdjustedP : double.NaN)]);
        var rows = shares.Select((share, place) =>
        {
            List<Cell> row = [new Cell(share.Name, share.Key), Cell.Rate(share.Change.Now)];
            if (compares)
                row.AddRange([Cell.Rate(share.Change.Before), .. share.CanCompare ? (Cell[])[Cell.Points(share.Change.Raw), Cell.ByChance(raw[place]), Cell.Points(share.Change.Adjusted), Cell.ByChance(adjusted[place])] : [Cell.None, Cell.None, Cell.None, Cell.None]]);
            return (IReadOnlyList<Cell>)row;
        }).ToList();
        if (Again(input) is { Hits: > 0 } again)
            rows.Add([new Cell("Decided again, of all answers", "again"), Cell.Rate(again), .. Enumerable.Repeat(Cell.None, compares ? 5 : 0)]);
        var drawn = shares.Where(share => Drawn.Contains(share.Key)).Select(share => (share.Name, share.Change.Now, share.CanCompare ? share.Change.Before : default)).ToList();

        List<Column> columns = [new("figure", "Figure"), new("share", "Share, 95 % interval, and n", IsNumber: true)];
        if (compares)
        {
            columns.AddRange(
            [
                new("baseline", "Baseline", IsNumber: true), new("points", "Change in points", IsNumber: true), new("p", "By chance?", IsNumber: true),
                new("adjusted", "Change in points, mix-adjusted", IsNumber: true), new("adjustedP", "By chance? (mix-adjusted)", IsNumber: true),
            ]);
        }

        var note = counts.Issues == 0 ? "No issue came in this time."
            : counts.Decided == 0 ? "These issues are of a history: people dealt with them, so there are no figures of what rules did."
            : compares ? "Shares of the issues against the baseline, as they are, and where another mix of types is no difference." + (input.IsFinal ? "" : " Not all is known yet that can become of these issues; what that may change is not compared.") + (input.ComparesPeopleWithRules ? " One of both are tickets that people dealt with: what they called escalated is not what rules escalate, and is not compared." : "")
            : "There is no baseline to compare with.";
        return new ReportSection("summary", "Shares", note, columns, rows, drawn.Count == 0 ? null : new RangeChart("Shares of the issues, each with its interval.", drawn));
    }

    /// <summary>A share now against the baseline.</summary>
    public static RateChange ChangeOf(ReportInput input, string key)
    {
        var share = Rates.Single(rate => rate.Key == key).Share;
        return new RateChange(FigureGroup.ByType(input.Baseline?.Cells, cell => share(cell.Counts)), FigureGroup.ByType(input.Figures.Cells, cell => share(cell.Counts)));
    }

    // They are no issues' last word, and so in none of the other shares.
    private static Share Again(ReportInput input)
    {
        var again = FigureGroup.Sum(input.Figures.Superseded).Answered;
        return new Share(again, again + FigureGroup.Sum(input.Figures.Cells).Answered);
    }

    /// <summary>Whether a share can be compared with the baseline: it means the same there, and nothing can change it any more.</summary>
    public static bool CanCompare(ReportInput input, string key) =>
        input.Baseline is not null
        && !(key == "escalated" && input.ComparesPeopleWithRules)
        && (input.IsSettled || !AwaitFollowUp.Contains(key))
        && (input.IsFinal || !AwaitGrace.Contains(key));
}
