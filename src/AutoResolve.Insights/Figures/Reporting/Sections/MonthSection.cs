using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>What became of each issue: one thing, so that the rows add up to all.</summary>
internal static class MonthSection
{
    public static ReportSection? Of(ReportInput input)
    {
        var cases = Cases(input);
        if (cases.Count == 0)
            return null;
        var ends = CaseGroup.All.SelectMany(group => group.Ends, (group, end) => (Group: group, end.End, end.Name)).ToList();
        var counts = ends.ConvertAll(end => cases.Where(cell => cell.End == end.End).Sum(cell => cell.Cases));
        var percents = WholePercents.Of(counts, decimals: 1);
        var before = input.Baseline?.Cases ?? [];
        var shares = WholePercents.Of(
            [.. ends.Select(end => before.Where(cell => cell.End == end.End).Sum(cell => cell.Cases))],
            decimals: 1
        );
        List<Column> columns =
        [
            new("outcome", "Outcome"),
            new("group", "In the chart"),
            new("issues", "Issues", IsNumber: true),
            new("percent", "Of all, in percent", IsNumber: true),
        ];
        if (before.Count > 0)
            columns.Add(new("baseline", "Baseline, in percent", IsNumber: true));
        List<IReadOnlyList<Cell>> rows =
        [
            .. ends.Select(
                (end, place) =>
                    (IReadOnlyList<Cell>)
                        [
                            .. (
                                (Cell[])
                                    [
                                        Cell.Of(end.Name),
                                        Cell.Of(end.Group.Name),
                                        Cell.Count(counts[place]),
                                        Cell.About(percents[place], 1),
                                        Cell.About(shares[place], 1),
                                    ]
                            ).Take(columns.Count),
                        ]
            ),
            [
                .. ((Cell[])[Cell.Of("All"), Cell.None, Cell.Count(counts.Sum()), Cell.About(100, 1), Cell.About(100, 1)]).Take(
                    columns.Count
                ),
            ],
        ];
        return new ReportSection(
            "month",
            "What became of each issue",
            $"Each issue is in exactly one row. An answer holds after {Days(input.Grace)} of quiet; until then the issue is open.",
            columns,
            rows
        );
    }

    /// <summary>What was asked, and what came of it.</summary>
    public static ReportSection? OfAsking(ReportInput input)
    {
        var asking = Asking(input);
        if (asking.Asked == 0)
            return null;
        return new ReportSection(
            "asking",
            "What was asked",
            "Where questions were asked more than once, the last time counts.",
            [new("figure", "Issues"), new("issues", "Number", IsNumber: true), new("share", "Share, 95 % interval, and n", IsNumber: true)],
            [
                [
                    new Cell("Asked something", "asked"),
                    Cell.Count(asking.Asked),
                    Cell.Rate(new Proportion(asking.Asked, Cases(input).Sum(cell => cell.Cases))),
                ],
                [new Cell("Answered", "answered"), Cell.Count(asking.Answered), Cell.Rate(new Proportion(asking.Answered, asking.Asked))],
                [
                    new Cell("Never answered", "unanswered"),
                    Cell.Count(asking.Unanswered),
                    Cell.Rate(new Proportion(asking.Unanswered, asking.Asked)),
                ],
                [
                    new Cell("Not answered yet", "waiting"),
                    Cell.Count(asking.Waiting),
                    Cell.Rate(new Proportion(asking.Waiting, asking.Asked)),
                ],
                [new Cell("Half of the answers came within, in hours", "median"), Hours(asking.Within(0.5)), Cell.None],
                [new Cell("Nine in ten answers came within, in hours", "within90"), Hours(asking.Within(0.9)), Cell.None],
            ]
        );
    }

    /// <summary>The cases of the period.</summary>
    public static IReadOnlyList<CaseCell> Cases(ReportInput input) =>
        [.. input.Figures.Cases.Where(cell => input.Figures.Calendar.IsOfPeriod(cell.Part))];

    /// <summary>What was asked in the period.</summary>
    public static AskingCounts Asking(ReportInput input) => Cases(input).Aggregate(AskingCounts.None, (sum, cell) => sum + cell.Asking);

    /// <summary>The groups of a baseline: with people are all issues of a history. Null where it does not say.</summary>
    public static IReadOnlyList<long>? Before(Baseline baseline)
    {
        if (baseline.Cases.Count > 0)
            return [.. CaseGroup.All.Select(group => group.CountOf(baseline.Cases))];
        if (baseline.HasDecisions || baseline.Cells.Count == 0)
            return null;
        var issues = baseline.Cells.Sum(cell => cell.Counts.Issues);
        return [.. CaseGroup.All.Select(group => group == CaseGroup.People ? issues : 0)];
    }

    private static Cell Hours(double? minutes) => Cell.About(minutes / 60, 1);

    private static string Days(int grace) => grace == 1 ? "a day" : $"{grace} days";
}
