using System.Globalization;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>The figures as the six tabs that contact centers keep by hand: totals, topic, subtopic, status, feedback, call volume. Plain numbers, for people who have only a spreadsheet.</summary>
internal static class SixTabs
{
    public static IReadOnlyList<SpreadsheetTab> Of(ReportInput input) =>
    [
        Groups(input, "totals", "Tier", key => key.Tier?.ToString(CultureInfo.InvariantCulture) ?? "none named", total: true),
        Groups(input, "topic", "Topic", key => key.Type.Split('/')[0]),
        Groups(input, "subtopic", "Subtopic", key => key.Type),
        Status(input),
        Feedback(input),
        Volume(input),
    ];

    /// <summary>All tabs below each other, for one file.</summary>
    public static IEnumerable<IReadOnlyList<string>> InOne(IReadOnlyList<SpreadsheetTab> tabs) => tabs.SelectMany((tab, place) => (IReadOnlyList<IReadOnlyList<string>>)[.. place == 0 ? [] : (IReadOnlyList<string>[])[[""]], [tab.Name], .. tab.Rows]);

    private static SpreadsheetTab Groups(ReportInput input, string name, string heading, Func<FigureKey, string> key, bool total = false)
    {
        var groups = FigureGroup.By(input, key);
        if (total)
            groups = [.. groups.OrderBy(group => group.Name, StringComparer.Ordinal), new FigureGroup("all", input.Figures.Cells, FigureGroup.Sum(input.Baseline?.Cells ?? []))];
        List<string> headings = [heading, "Issues", "Answered by rule", "Resolved by rule", "Reopened", "Escalated", "Routed"];
        if (input.Baseline is not null)
            headings.Add("Expected from the baseline");
        return new SpreadsheetTab(name, [headings, .. groups.Select(group =>
        {
            var now = group.Now;
            List<string> row = [group.Name, .. Numbers(now.Issues, now.Answered, now.Resolved, now.Reopened, now.Escalated, now.Routed)];
            if (input.Baseline is not null)
                row.Add(group.ChangeOf(input).Expected.ToString("0.0", CultureInfo.InvariantCulture));
            return (IReadOnlyList<string>)row;
        })]);
    }

    private static SpreadsheetTab Status(ReportInput input)
    {
        var counts = FigureGroup.Sum(input.Figures.Cells);
        (string Name, long Count)[] statuses = counts.Decided == 0
            ? [("Dealt with by people, escalated", counts.Escalated), ("Dealt with by people, else", counts.Issues - counts.Escalated)]
            :
            [
                ("Resolved by rule, confirmed", counts.Confirmed), ("Resolved by rule, assumed", counts.Assumed), ("Answered by rule, pending", counts.Pending), ("Answered by rule, reopened", counts.Reopened),
                ("Escalated", counts.Escalated), ("Routed", counts.Routed), ("Asked for what is missing", counts.Asked), ("Nothing to be done", counts.Ignored), ("Begun and not finished", counts.Unfinished),
            ];
        return new SpreadsheetTab("status", [["Status", "Issues"], .. statuses.Select(status => (IReadOnlyList<string>)[status.Name, .. Numbers(status.Count)]), ["All", .. Numbers(counts.Issues)]]);
    }

    private static SpreadsheetTab Feedback(ReportInput input) => new(
        "feedback",
        [
            ["Rule", "Answers", "Said to help", "Nothing more heard", "Reopened", "Pending"],
            .. FigureGroup.By(input with { Baseline = null }, key => key.Rule ?? "").Where(group => group.Name.Length > 0 && group.Now.Answered > 0)
                .Select(group => (IReadOnlyList<string>)[group.Name, .. Numbers(group.Now.Answered, group.Now.Confirmed, group.Now.Assumed, group.Now.Reopened, group.Now.Pending)]),
        ]);

    // Calls and whatever else comes in, by day.
    private static SpreadsheetTab Volume(ReportInput input)
    {
        var calendar = input.Figures.Calendar;
        var channels = input.Figures.Series.Where(cell => calendar.IsOfPeriod(cell.Part)).GroupBy(cell => cell.Channel ?? "not said").OrderByDescending(group => group.Sum(cell => cell.Counts.Issues)).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        return new SpreadsheetTab(
            "call-volume",
            [
                ["Day", "All", .. channels.Select(channel => channel.Key)],
                .. calendar.Days.Select((day, place) => (IReadOnlyList<string>)
                [
                    day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    .. Numbers([Of(channels.SelectMany(channel => channel), place), .. channels.Select(channel => Of(channel, place))]),
                ]),
            ]);

        long Of(IEnumerable<SeriesCell> cells, int day) => cells.Where(cell => cell.Part == calendar.Months.Count + day).Sum(cell => cell.Counts.Issues);
    }

    private static IEnumerable<string> Numbers(params long[] numbers) => numbers.Select(number => number.ToString(CultureInfo.InvariantCulture));
}
