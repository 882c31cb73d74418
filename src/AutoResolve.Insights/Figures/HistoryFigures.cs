using AutoResolve.Insights.History;

namespace AutoResolve.Insights.Figures;

/// <summary>Counts the issues of a history file, so that there are figures from the first day. People resolved them, so nothing counts as answered by a rule.</summary>
internal static class HistoryFigures
{
    public static IReadOnlyList<FigureCell> Read(IEnumerable<PastIssue> issues, ReportingPeriod period, FigureFilter filter)
    {
        var cells = new Dictionary<FigureCell, (long Issues, long Escalated)>();
        foreach (var issue in issues)
        {
            if (issue.Date is not { } date || date < period.From || date >= period.To)
                continue;
            var cell = new FigureCell { Tier = issue.Tier, Type = issue.Label ?? "unknown", Team = issue.Team, Channel = issue.Channel, Product = issue.Product };
            if (!Takes(filter, cell))
                continue;
            var (count, escalated) = cells.GetValueOrDefault(cell);
            cells[cell] = (count + 1, escalated + (issue.Escalated == true ? 1 : 0));
        }

        return [.. cells.Select(entry => entry.Key with { Issues = entry.Value.Issues, Escalated = entry.Value.Escalated })];
    }

    private static bool Takes(FigureFilter filter, FigureCell cell) =>
        (filter.Type is null || cell.Type == filter.Type || cell.Type.StartsWith(filter.Type + "/", StringComparison.Ordinal))
        && Is(filter.Team, cell.Team) && Is(filter.Channel, cell.Channel) && Is(filter.Product, cell.Product);

    private static bool Is(string? wanted, string? value) => wanted is null || wanted.Equals(value, StringComparison.OrdinalIgnoreCase);
}
