using System.Globalization;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>The figures as the six tabs that contact centers keep by hand: totals, topic, subtopic, status, feedback, call volume.</summary>
internal static class SixTabs
{
    /// <returns>The tables by the names of their files.</returns>
    public static IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<string>> Rows)> Of(IReadOnlyList<FigureCell> cells) =>
    [
        ("totals", Table(["Channel", "Issues", "Resolved by rule", "Escalated"], cells, cell => cell.Channel ?? "not said", cell => cell.Issues, cell => cell.Confirmed + cell.Assumed, cell => cell.Escalated)),
        ("topic", Table(["Topic", "Issues"], cells, cell => cell.Type.Split('/')[0], cell => cell.Issues)),
        ("subtopic", Table(["Subtopic", "Issues"], cells, cell => cell.Type, cell => cell.Issues)),
        ("status", Status(cells)),
        ("feedback", Table(["Rule", "Confirmed", "Reopened"], cells.Where(cell => cell.Rule is not null), cell => cell.Rule!, cell => cell.Confirmed, cell => cell.Reopened)),
        ("call-volume", Table(["Channel", "Issues"], cells, cell => cell.Channel ?? "not said", cell => cell.Issues)),
    ];

    private static List<IReadOnlyList<string>> Table(string[] columns, IEnumerable<FigureCell> cells, Func<FigureCell, string> name, params Func<FigureCell, long>[] counts) =>
    [
        columns,
        .. cells.GroupBy(name).OrderByDescending(group => group.Sum(counts[0])).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (IReadOnlyList<string>)[group.Key, .. counts.Select(count => Number(group.Sum(count)))]),
    ];

    private static List<IReadOnlyList<string>> Status(IReadOnlyList<FigureCell> cells) =>
    [
        ["Status", "Issues"],
        ["Confirmed", Number(cells.Sum(cell => cell.Confirmed))],
        ["Assumed resolved", Number(cells.Sum(cell => cell.Assumed))],
        ["Reopened", Number(cells.Sum(cell => cell.Reopened))],
        ["Pending", Number(cells.Sum(cell => cell.Pending))],
        ["Escalated", Number(cells.Sum(cell => cell.Escalated))],
        ["Routed", Number(cells.Sum(cell => cell.Routed))],
        ["Other", Number(cells.Sum(cell => cell.Issues - cell.Answered - cell.Escalated - cell.Routed))],
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
