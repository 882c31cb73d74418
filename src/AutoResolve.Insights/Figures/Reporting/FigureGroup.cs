using AutoResolve.Insights.Figures.Changes;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Issues of one name, now and in the baseline.</summary>
/// <param name="Name">The name.</param>
/// <param name="Cells">The counts of now.</param>
/// <param name="Before">The counts of the baseline.</param>
internal sealed record FigureGroup(string Name, IReadOnlyList<FigureCell> Cells, FigureCounts Before)
{
    public FigureCounts Now { get; } = Sum(Cells);

    /// <summary>All groups, what has vanished among them: that is news too. The largest first.</summary>
    public static IReadOnlyList<FigureGroup> By(ReportInput input, Func<FigureKey, string> name)
    {
        var before = (input.Baseline?.Cells ?? [])
            .GroupBy(cell => name(cell.Key), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, Sum, StringComparer.OrdinalIgnoreCase);
        var now = input
            .Figures.Cells.GroupBy(cell => name(cell.Key), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<FigureCell>)[.. group], StringComparer.OrdinalIgnoreCase);
        return
        [
            .. now
                .Keys.Union(before.Keys, StringComparer.OrdinalIgnoreCase)
                .Select(key => new FigureGroup(key, now.GetValueOrDefault(key, []), before.GetValueOrDefault(key, FigureCounts.None)))
                .OrderByDescending(group => group.Now.Issues)
                .ThenByDescending(group => group.Before.Issues)
                .ThenBy(group => group.Name, StringComparer.Ordinal),
        ];
    }

    public CountChange ChangeOf(ReportInput input) => new(Before.Issues, input.Baseline?.Length ?? 1, Now.Issues, input.Length);

    public static FigureCounts Sum(IEnumerable<FigureCell> cells) => cells.Aggregate(FigureCounts.None, (sum, cell) => sum + cell.Counts);

    /// <summary>Hits and cases by type.</summary>
    public static IReadOnlyDictionary<string, Proportion> ByType(IEnumerable<FigureCell>? cells, Func<FigureCell, Proportion> share) =>
        (cells ?? [])
            .GroupBy(cell => cell.Key.Type, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => group.Aggregate(default(Proportion), (sum, cell) => sum + share(cell)),
                StringComparer.OrdinalIgnoreCase
            );
}
