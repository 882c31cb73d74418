using System.Globalization;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>
/// The figures as the six tabs that contact centers keep by hand: totals, topic, subtopic, status, feedback, call volume. Plain numbers,
/// for people who have only a spreadsheet.
/// </summary>
internal static class SpreadsheetExport
{
    public const string AboutName = "about";

    private const string All = "all";

    /// <summary>The names of the tabs.</summary>
    public static readonly IReadOnlyList<string> Names = ["totals", "topic", "subtopic", "status", "feedback", "call-volume"];

    public static IReadOnlyList<ReportTable> Of(ReportInput input) =>
        [
            Groups(input, "totals", "Tier", input.TierOf, canCompare: false, total: true),
            Groups(input, "topic", "Topic", Dimension.Topic.NameOf, Dimension.Topic.CanCompare(input)),
            Groups(input, "subtopic", "Subtopic", Dimension.Type.NameOf, Dimension.Type.CanCompare(input)),
            Status(input),
            Feedback(input),
            Volume(input),
        ];

    /// <summary>What the tabs are of, and what their words mean.</summary>
    public static ReportTable About(Report report) =>
        new(
            AboutName,
            [
                [report.Title],
                .. report.About.Select(line => (IReadOnlyList<string>)[line]),
                [""],
                ["Word", "Meaning"],
                .. Definitions.Section(report.Input.Grace).Rows.Select(row => (IReadOnlyList<string>)[row[0].Text, row[1].Text]),
            ]
        );

    /// <summary>All tabs below each other, for one file: before them what they are of, behind them what their words mean.</summary>
    public static IEnumerable<IReadOnlyList<string>> InOne(Report report)
    {
        var about = About(report).Rows;
        var lines = report.About.Count + 1;
        return
        [
            .. about.Take(lines),
            .. Of(report.Input)
                .SelectMany(tab =>
                    (IReadOnlyList<IReadOnlyList<string>>)
                        [
                            [""],
                            [tab.Name],
                            .. tab.Rows,
                        ]
                ),
            .. about.Skip(lines),
        ];
    }

    private static ReportTable Groups(
        ReportInput input,
        string name,
        string heading,
        Func<FigureKey, string> key,
        bool canCompare,
        bool total = false
    )
    {
        var groups = FigureGroup.By(canCompare ? input : input with { Baseline = null }, key);
        if (total)
            groups =
            [
                .. groups.OrderBy(group => group.Name, StringComparer.Ordinal),
                new FigureGroup(All, input.Figures.Cells, FigureGroup.Sum(input.Baseline?.Cells ?? [])),
            ];
        List<string> headings =
        [
            heading,
            "Issues",
            .. input.HasDecisions
                ? (string[])
                    [
                        "Answered by rule",
                        "Resolved by rule",
                        "Reopened",
                        "Pending",
                        "Escalated",
                        "Routed",
                        "Asked",
                        "Nothing to be done",
                        "Not finished",
                    ]
                : ["Escalated"],
        ];
        if (input.Baseline is not null)
            headings.Add("Expected from the baseline");
        return new ReportTable(
            name,
            [
                headings,
                .. groups.Select(group =>
                {
                    var now = group.Now;
                    List<string> row = [group.Name, .. input.HasDecisions ? CountsByRules(now) : CountsByPeople(now)];
                    if (input.Baseline is not null)
                        row.Add(
                            canCompare || group.Name == All
                                ? group.ChangeOf(input).Expected.ToString("0.0", CultureInfo.InvariantCulture)
                                : ""
                        );
                    return (IReadOnlyList<string>)row;
                }),
            ]
        );
    }

    private static IEnumerable<string> CountsByRules(FigureCounts counts) =>
        Numbers(
            counts.Issues,
            counts.Answered,
            counts.Resolved,
            counts.Reopened,
            counts.Pending,
            counts.Escalated,
            counts.Routed,
            counts.Asked,
            counts.Ignored,
            counts.Unfinished
        );

    private static IEnumerable<string> CountsByPeople(FigureCounts counts) =>
        [.. Numbers(counts.Issues), counts.Followed == 0 ? "" : counts.Escalated.ToString(CultureInfo.InvariantCulture)];

    private static ReportTable Status(ReportInput input)
    {
        var counts = FigureGroup.Sum(input.Figures.Cells);
        var statuses = input.HasDecisions ? StatusesByRules(counts) : StatusesByPeople(counts);
        return new ReportTable(
            "status",
            [
                ["Status", "Issues"],
                .. statuses.Select(status => (IReadOnlyList<string>)[status.Name, .. Numbers(status.Count)]),
                ["All", .. Numbers(counts.Issues)],
            ]
        );
    }

    private static (string Name, long Count)[] StatusesByRules(FigureCounts counts) =>
        [
            ("Resolved by rule, confirmed", counts.Confirmed),
            ("Resolved by rule, assumed", counts.Assumed),
            ("Answered by rule, pending", counts.Pending),
            ("Answered by rule, reopened", counts.Reopened),
            ("Escalated", counts.Escalated),
            ("Routed", counts.Routed),
            ("Asked for what is missing", counts.Asked),
            ("Nothing to be done", counts.Ignored),
            ("Begun and not finished", counts.Unfinished),
        ];

    private static (string Name, long Count)[] StatusesByPeople(FigureCounts counts) =>
        counts.Followed == 0
            ? [("Dealt with by people", counts.Issues)]
            :
            [
                ("Dealt with by people, escalated", counts.Escalated),
                ("Dealt with by people, not escalated", counts.Followed - counts.Escalated),
                ("Dealt with by people, not known whether escalated", counts.Issues - counts.Followed),
            ];

    private static ReportTable Feedback(ReportInput input) =>
        new(
            "feedback",
            [
                ["Rule", "Answers", "Said to help", "Said not to help", "Resolved", "Reopened", "Pending"],
                .. input
                    .Figures.Cells.Concat(input.Figures.Superseded)
                    .Where(cell => cell.Key.Rule is not null && cell.Counts.Answered > 0)
                    .GroupBy(cell => cell.Key.Rule!)
                    .Select(group => (Rule: group.Key, Counts: FigureGroup.Sum(group)))
                    .OrderByDescending(rule => rule.Counts.Answered)
                    .ThenBy(rule => rule.Rule, StringComparer.Ordinal)
                    .Select(rule =>
                        (IReadOnlyList<string>)
                            [
                                rule.Rule,
                                .. Numbers(
                                    rule.Counts.Answered,
                                    rule.Counts.Helpful,
                                    rule.Counts.Wrong,
                                    rule.Counts.Resolved,
                                    rule.Counts.Reopened,
                                    rule.Counts.Pending
                                ),
                            ]
                    ),
            ]
        );

    // Calls and whatever else comes in, by day.
    private static ReportTable Volume(ReportInput input)
    {
        var calendar = input.Figures.Calendar;
        var channels = input
            .Figures.Series.Where(cell => calendar.IsOfPeriod(cell.Part))
            .GroupBy(cell => cell.Key.Channel ?? "not said")
            .OrderByDescending(group => group.Sum(cell => cell.Counts.Issues))
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        return new ReportTable(
            "call-volume",
            [
                ["Day", "All", .. channels.Select(channel => channel.Key)],
                .. input.KnownDays.Select(place =>
                    (IReadOnlyList<string>)
                        [
                            calendar.Days[place].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                            .. Numbers([
                                Of(channels.SelectMany(channel => channel), place),
                                .. channels.Select(channel => Of(channel, place)),
                            ]),
                        ]
                ),
            ]
        );

        long Of(IEnumerable<SeriesCell> cells, int day) =>
            cells.Where(cell => cell.Part == calendar.Months.Count + day).Sum(cell => cell.Counts.Issues);
    }

    private static IEnumerable<string> Numbers(params long[] numbers) =>
        numbers.Select(number => number.ToString(CultureInfo.InvariantCulture));
}
