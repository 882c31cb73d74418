namespace AutoResolve.Insights.Figures;

/// <summary>
/// How many minutes issues take of people: as measured where a history says it, else as given for a tier, else the mean of what was
/// measured.
/// </summary>
internal sealed class HandleTime
{
    private readonly IReadOnlyDictionary<int, double> _given;
    private readonly IReadOnlyList<(Dictionary<int, FigureCounts> OfTiers, FigureCounts OfAll)> _measured;

    /// <param name="given">Minutes a tier, from 0 to 3.</param>
    /// <param name="measured">Counts that may hold minutes: first those of the period, then those used where it has none.</param>
    public HandleTime(IReadOnlyDictionary<int, double> given, params IEnumerable<FigureCell>[] measured)
    {
        _given = given;
        _measured =
        [
            .. measured
                .Select(cells => cells.Where(cell => cell.Counts.Timed > 0).ToList())
                .Select(timed =>
                    (
                        timed
                            .Where(cell => cell.Key.Tier is not null)
                            .GroupBy(cell => cell.Key.Tier!.Value)
                            .ToDictionary(group => group.Key, Sum),
                        Sum(timed)
                    )
                ),
        ];
    }

    /// <summary>The same by what was measured of others.</summary>
    public HandleTime By(params IEnumerable<FigureCell>[] measured) => new(_given, measured);

    /// <summary>The minutes that issues took.</summary>
    public HandleTimeTotal Of(IEnumerable<FigureCell> cells)
    {
        var time = default(HandleTimeTotal);
        foreach (var (key, counts) in cells)
        {
            var guessed = counts.Handled - counts.Timed;
            var mean = guessed == 0 ? 0 : MeanOf(key.Tier);
            time = mean is { } known
                ? new HandleTimeTotal(
                    time.Minutes + counts.HandlingMinutes + (guessed * known),
                    time.Issues + counts.Handled,
                    time.Measured + counts.Timed,
                    time.Unknown
                )
                : new HandleTimeTotal(
                    time.Minutes + counts.HandlingMinutes,
                    time.Issues + counts.Timed,
                    time.Measured + counts.Timed,
                    time.Unknown + guessed
                );
        }

        return time;
    }

    private double? MeanOf(int? tier)
    {
        if (tier is { } known && _given.TryGetValue(known, out var given))
            return given;
        foreach (var (ofTiers, _) in _measured)
        {
            if (tier is { } other && ofTiers.TryGetValue(other, out var measured))
                return Mean(measured);
        }

        return _measured.Select(measured => measured.OfAll).Where(all => all.Timed > 0).Select(all => (double?)Mean(all)).FirstOrDefault();
    }

    private static double Mean(FigureCounts counts) => counts.HandlingMinutes / counts.Timed;

    private static FigureCounts Sum(IEnumerable<FigureCell> cells) => cells.Aggregate(FigureCounts.None, (sum, cell) => sum + cell.Counts);
}
