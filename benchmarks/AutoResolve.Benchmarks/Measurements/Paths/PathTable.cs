using System.Globalization;

namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>Writes what was measured as Markdown.</summary>
internal static class PathTable
{
    private const string None = "";

    /// <summary>Microseconds and kilobytes of an issue, a row for each operation and kind, a column for each rulebook.</summary>
    public static string Warm(IReadOnlyList<PathCell> cells)
    {
        var columns = cells.Select(cell => cell.Rulebook).DistinctBy(rulebook => rulebook.Name).Select(rulebook => rulebook.Name).ToList();
        return Table(
            "warm: us of the processor, KB allocated for an issue",
            [.. columns.Select(name => name == cells[0].Rulebook.Name ? $"{name} rulebook" : $"{name} rules")],
            cells
                .GroupBy(cell => (cell.Operation, cell.Kind))
                .Select(group =>
                    (
                        $"{PathNames.Of(group.Key.Operation)}, {PathNames.Of(group.Key.Kind)}",
                        columns.Select(name => group.FirstOrDefault(cell => cell.Rulebook.Name == name) is { } cell ? Of(cell) : None)
                    )
                )
        );
    }

    /// <summary>Microseconds of the first text, the first ten and the first thousand.</summary>
    public static string Cold(IEnumerable<(PathRulebook Rulebook, PathOperation Operation, double[] Microseconds)> cells)
    {
        var all = cells.ToList();
        var columns = all.Select(cell => cell.Rulebook).Distinct().ToList();
        return Table(
            "cold: us until the first text is done / in the mean of the first 10 / of the first 1,000",
            [.. columns.Select(rulebook => rulebook.Rules == 0 ? $"{rulebook.Name} rulebook" : $"{rulebook.Name} rules")],
            all.GroupBy(cell => cell.Operation)
                .Select(group =>
                    (PathNames.Of(group.Key), columns.Select(rulebook => Of(group.First(cell => cell.Rulebook == rulebook).Microseconds)))
                )
        );
    }

    public static string Of(IEnumerable<PathBar> bars) =>
        $"| bar | at most | measured | met |\n| --- | ---: | ---: | --- |\n{string.Join('\n', bars)}";

    private static string Of(PathCell cell) => FormattableString.Invariant($"{cell.Microseconds:#,0.0}, {cell.Bytes / 1_024:#,0.0}");

    private static string Of(double[] microseconds) =>
        string.Join(" / ", microseconds.Select(time => time.ToString("#,0", CultureInfo.InvariantCulture)));

    private static string Table(string corner, IReadOnlyList<string> columns, IEnumerable<(string Name, IEnumerable<string> Cells)> rows) =>
        $"""
            | {corner} | {string.Join(" | ", columns)} |
            | --- |{string.Concat(columns.Select(_ => " ---: |"))}
            {string.Join('\n', rows.Select(row => $"| {row.Name} | {string.Join(" | ", row.Cells)} |"))}
            """;
}
