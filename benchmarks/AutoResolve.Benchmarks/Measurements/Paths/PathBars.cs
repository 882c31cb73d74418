namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>What the paths must keep to, all compared within one run.</summary>
internal static class PathBars
{
    /// <summary>The bar that is missed most: what was measured in times of what it may be.</summary>
    public const string Worst = nameof(Worst);

    private const int Few = 100;
    private const int Many = 10_000;
    private const int Most = 100_000;
    private const double MaxGrowth = 2;
    private const double MaxGrowthToMost = 4;
    private const double MaxGrowthToMostWithMoreMatches = 8;
    private const double MaxMatchMicroseconds = 3;
    private const double MaxDecisionMicroseconds = 15;
    private const double MaxDecisionKilobytes = 4;
    private const double MaxKilobytesOfFact = 1;
    private const double MaxExplanationMicroseconds = 200;
    private const double MaxExplanationKilobytes = 30;
    private const double MaxColdInTimesOfWarm = 5;
    private const double Kilobyte = 1_024;

    /// <summary>Each bar with what was measured.</summary>
    public static IReadOnlyList<PathBar> Of(IReadOnlyList<PathCell> cells) =>
        [
            .. cells.Where(cell => cell.Rulebook.Rules is Many or Most).Select(cell => Growth(cell, cells)),
            .. cells.Where(cell => cell.Rulebook.Rules == 0).SelectMany(OfShipped),
            .. cells.Where(cell => cell is { Operation: PathOperation.Match, Kind: PathKind.NoMatch }).Select(Nothing),
        ];

    /// <summary>What the first texts of a process may cost under the shipped rulebook.</summary>
    public static IEnumerable<PathBar> OfCold(
        IReadOnlyList<PathCell> cells,
        IEnumerable<(PathRulebook Rulebook, PathOperation Operation, double[] Microseconds)> cold
    ) =>
        cold.Where(first => first.Rulebook.Rules == 0)
            .Select(first => new PathBar(
                $"{PathNames.Of(first.Operation)}, the first 1,000 texts in times of warm ones, shipped rulebook",
                first.Microseconds[^1]
                    / cells
                        .Where(cell => cell.Rulebook == first.Rulebook && cell.Operation == first.Operation)
                        .Average(cell => cell.Microseconds),
                MaxColdInTimesOfWarm
            ));

    public static IReadOnlyDictionary<string, double> Figures(IEnumerable<PathBar> bars) =>
        new Dictionary<string, double> { [Worst] = bars.Where(bar => bar.Most > 0).Max(bar => bar.Measured / bar.Most) };

    private static PathBar Growth(PathCell cell, IReadOnlyList<PathCell> cells)
    {
        var few = cells.Single(other => other.Rulebook.Rules == Few && other.Operation == cell.Operation && other.Kind == cell.Kind);
        var what = FormattableString.Invariant($"{NameOf(cell)}: {cell.Rulebook.Rules:N0} rules in times of {Few}");
        var most = cell switch
        {
            { Rulebook.Rules: Many } => MaxGrowth,
            { Kind: PathKind.Mixed } => MaxGrowthToMostWithMoreMatches,
            _ => MaxGrowthToMost,
        };
        return new PathBar(what, cell.Microseconds / few.Microseconds, most);
    }

    private static PathBar Nothing(PathCell cell) => new($"{NameOf(cell)}, {cell.Rulebook.Name}: bytes", Math.Floor(cell.Bytes), 0);

    private static IEnumerable<PathBar> OfShipped(PathCell cell)
    {
        var what = $"{NameOf(cell)}, shipped rulebook";
        return cell.Operation switch
        {
            PathOperation.Match => [new($"{what}: microseconds", cell.Microseconds, MaxMatchMicroseconds)],
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
