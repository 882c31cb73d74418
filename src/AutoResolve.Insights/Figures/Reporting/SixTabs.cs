using System.Globalization;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>The figures as the six tabs that contact centers keep by hand: totals, topic, subtopic, status, feedback, call volume. Plain numbers, for people who have only a spreadsheet.</summary>
internal static class SixTabs
{
    /// <summary>The names of the tabs.</summary>
    public static readonly IReadOnlyList<string> Names = ["totals", "topic", "subtopic", "status", "feedback", "call-volume"];

    public static IReadOnlyList<SpreadsheetTab> Of(ReportInput input) =>
    [
        Groups(input, "totals", "Tier", input.TierOf, total: true),
        Groups(input, "topic", "Topic", key => key.Type.Split('/')[0]),
        Groups(input, "subtopic", "Subtopic", key => key.Type),
        Status(input),
        Feedback(input),
        Volume(input),
    ];

    /// <summary>All tabs below each other, for one file, and before them what they are of.</summary>
    public static IEnumerable<IReadOnlyList<string>> InOne(Report report) =>
        Of(report.Input).SelectMany(tab => (IReadOnlyList<IReadOnlyList<string>>)[[""], [tab.Name], .. tab.Rows]).Prepend([report.Title, .. report.Input.Filter.Set.Select(entry => $"only {entry.Name} {entry.Value}")]);

    private static SpreadsheetTab Groups(ReportInput input, string name, string heading, Func<FigureKey, string> key, bool total = false)
    {
        var groups = FigureGroup.By(input, key);
        if (total)
            groups = [.. groups.OrderBy(group => group.Name, StringComparer.Ordinal), new FigureGroup("all", input.Figures.Cells, FigureGroup.Sum(input.Baseline?.Cells ?? []))];
        List<string> headings = [heading, "Issues", .. input.HasDecisions ? (string[])["Answered by rule", "Resolved by rule", "Reopened", "Pending", "Escalated", "Routed", "Asked", "Nothing to be done", "Not finished"] : ["Escalated"]];
        if (input.Baseline is not null)
            headings.Add("Expected from the baseline");
        return new SpreadsheetTab(name, [headings, .. groups.Select(group =>
        {
            var now = group.Now;
            List<string> row =
            [
                group.Name,
                .. input.HasDecisions
                    ? Numbers(now.Issues, now.Answered, now.Resolved, now.Reopened, now.Pending, now.Escalated, now.Routed, now.Asked, now.Ignored, now.Unfinished)
                    : [.. Numbers(now.Issues), now.Followed == 0 ? "" : now.Escalated.ToString(CultureInfo.InvariantCulture)],
            ];
            if (input.Baseline is not null)
                row.Add(group.ChangeOf(input).Expected.ToString("0.0", CultureInfo.InvariantCulture));
            return (IReadOnlyList<string>)row;
        })]);
    }

    private static SpreadsheetTab Status(ReportInput input)
    {
        var counts = FigureGroup.Sum(input.Figures.Cells);
        (string Name, long Count)[] statuses = !input.HasDecisions
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
            .. input.Figures.Cells.Concat(input.Figures.Superseded).Where(cell => cell.Key.Rule is not null && cell.Counts.Answered > 0).GroupBy(cell => cell.Key.Rule!)
                .Select(group => (Rule: group.Key, Counts: FigureGroup.Sum(group)))
                .OrderByDescending(rule => rule.Counts.Answered).ThenBy(rule => rule.Rule, StringComparer.Ordinal)
                .Select(rule => (IReadOnlyList<string>)[rule.Rule, .. Numbers(rule.Counts.Answered, rule.Counts.Confirmed, rule.Counts.Assumed, rule.Counts.Reopened, rule.Counts.Pending)]),
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
