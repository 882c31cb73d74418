using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>All rates, against the baseline.</summary>
internal static class SummarySection
{
    private static readonly string[] Drawn = ["resolved", "handled", "escalated", "routed", "asked", "reopened", "firstContact"];

    public static ReportSection Of(ReportInput input, IReadOnlyList<ShareChange> shares)
    {
        var compares = input.Baseline is not null;
        var rows = shares
            .Select(share =>
            {
                List<Cell> row = [new Cell(share.Name, share.Key), Cell.Rate(share.Change.Now)];
                if (compares)
                    row.AddRange([
                        Cell.Rate(share.Change.Before),
                        .. share.CanCompare
                            ? (Cell[])
                                [
                                    Cell.Points(share.Change.Raw),
                                    Cell.ByChance(share.P),
                                    Cell.Points(share.Change.Adjusted),
                                    Cell.ByChance(share.AdjustedP),
                                ]
                            : [Cell.None, Cell.None, Cell.None, Cell.None],
                    ]);
                return (IReadOnlyList<Cell>)row;
            })
            .ToList();
        if (Again(input) is { Hits: > 0 } again)
            rows.Add([
                new Cell("Decided again, of all answers", "again"),
                Cell.Rate(again),
                .. Enumerable.Repeat(Cell.None, compares ? 5 : 0),
            ]);
        var drawn = shares
            .Where(share => Drawn.Contains(share.Key))
            .Select(share => (share.Name, share.Change.Now, share.CanCompare ? share.Change.Before : default))
            .ToList();

        List<Column> columns = [new("figure", "Figure"), new("share", "Share, 95 % interval, and n", IsNumber: true)];
        if (compares)
        {
            columns.AddRange([
                new("baseline", "Baseline", IsNumber: true),
                new("points", "Change in points", IsNumber: true),
                new("p", "By chance?", IsNumber: true),
                new("adjusted", "Change in points, mix-adjusted", IsNumber: true),
                new("adjustedP", "By chance? (mix-adjusted)", IsNumber: true),
            ]);
        }

        return new ReportSection(
            "summary",
            "Shares",
            Note(input),
            columns,
            rows,
            drawn.Count == 0 ? null : new RangeChart("Shares of the issues, each with its interval.", drawn)
        );
    }

    // They are no issues' last word, and so in none of the other shares.
    private static Proportion Again(ReportInput input)
    {
        var again = FigureGroup.Sum(input.Figures.Superseded).Answered;
        return new Proportion(again, again + FigureGroup.Sum(input.Figures.Cells).Answered);
    }

    private static string Note(ReportInput input)
    {
        if (FigureGroup.Sum(input.Figures.Cells).Issues == 0)
            return "No issues came in during this period.";
        if (!input.HasDecisions)
            return "These issues come from a history: people dealt with them, so there are no figures on what rules did.";
        if (input.Baseline is not { } baseline)
            return "There is no baseline to compare with.";
        var note = "Shares of the issues compared with the baseline: as they are, and adjusted for the mix of types.";
        if (!input.IsFinal)
            note += " The outcome of some issues is not final yet; shares that this may change are not compared.";
        else if (!baseline.IsFinal)
            note += " The baseline was frozen before all its outcomes were final; shares that this may have changed are not compared.";
        if (input.ComparesPeopleWithRules)
            note +=
                " One of the two consists of tickets that people dealt with: what they called escalated is not "
                + "what rules escalate, and is not compared.";
        return note;
    }
}
