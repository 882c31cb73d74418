namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>What the paths must keep to, all compared within one run.</summary>
internal static class PathBars
{
    private const int Few = 100;
    private const int Many = 10_000;
    private const double MaxGrowth = 2;
    private const double MaxDecisionMicroseconds = 25;
    private const double MaxDecisionKilobytes = 8;
    private const double MaxKilobytesOfFact = 1;
    private const double MaxExplanationMicroseconds = 300;
    private const double MaxExplanationKilobytes = 60;
    private const double Kilobyte = 1_024;

    /// <summary>Each bar with what was measured.</summary>
    public static IReadOnlyList<PathBar> Of(IReadOnlyList<PathCell> cells) =>
        [
            .. cells.Where(cell => cell.Rulebook.Rules == Many).Select(many => Growth(many, cells)),
            .. cells.Where(cell => cell.Rulebook.Rules == 0).SelectMany(OfShipped),
        ];

    private static PathBar Growth(PathCell many, IReadOnlyList<PathCell> cells)
    {
        var few = cells.Single(cell => cell.Rulebook.Rules == Few && cell.Operation == many.Operation && cell.Kind == many.Kind);
        var what = FormattableString.Invariant($"{NameOf(many)}: {Many:N0} rules in times of {Few}");
        return new PathBar(what, many.Microseconds / few.Microseconds, MaxGrowth);
    }

    private static IEnumerable<PathBar> OfShipped(PathCell cell)
    {
        var what = $"{NameOf(cell)}, shipped rulebook";
        return cell.Operation switch
        {
            PathOperation.Decide =>
            [
                new($"{what}: microseconds", cell.Microseconds, MaxDecisionMicroseconds),
                new($"{what}: KB", cell.Bytes / Kilobyte, MaxDecisionKilobytes + (MaxKilobytesOfFact * cell.Facts)),
            ],
            PathOperation.Explain =>
            [
                new($"{what}: microseconds", cell.Microseconds, MaxExplanationMicroseconds),
                new($"{what}: KB", cell.Bytes / Kilobyte, MaxExplanationKilobytes),
            ],
            _ => [],
        };
    }

    private static string NameOf(PathCell cell) => $"{PathNames.Of(cell.Operation)}, {PathNames.Of(cell.Kind)}";
}
