namespace AutoResolve.Insights.Figures;

/// <summary>How many minutes issues take of people: as measured where a history says it, else as given for a tier, else the mean of what was measured.</summary>
internal sealed class HandlingTime
{
    private readonly IReadOnlyDictionary<int, double> _given;
    private readonly Dictionary<int, FigureCounts> _ofTiers;
    private readonly FigureCounts _ofAll;

    /// <param name="given">Minutes a tier, from 0 to 3.</param>
    /// <param name="measured">Counts that may hold minutes.</param>
    public HandlingTime(IReadOnlyDictionary<int, double> given, IEnumerable<FigureCell> measured)
    {
        _given = given;
        var timed = measured.Where(cell => cell.Counts.Timed > 0).ToList();
        _ofTiers = timed.Where(cell => cell.Key.Tier is not null).GroupBy(cell => cell.Key.Tier!.Value).ToDictionary(group => group.Key, Sum);
        _ofAll = Sum(timed);
    }

    /// <summary>The same by what was measured of others.</summary>
    public HandlingTime Of(IEnumerable<FigureCell> measured) => new(_given, measured);

    /// <returns>Null where nothing is known of them; zero where no person was needed.</returns>
    public double? MinutesOf(IEnumerable<FigureCell> cells)
    {
        var minutes = 0.0;
        foreach (var (key, counts) in cells)
        {
            minutes += counts.HandlingMinutes;
            var guessed = counts.Handled - counts.Timed;
            if (guessed == 0)
                continue;
            if (MeanOf(key.Tier) is not { } mean)
                return null;
            minutes += guessed * mean;
        }

        return minutes;
    }

    private double? MeanOf(int? tier) =>
        tier is { } known && _given.TryGetValue(known, out var given) ? given
        : tier is { } other && _ofTiers.TryGetValue(other, out var measured) ? Mean(measured)
        : _ofAll.Timed > 0 ? Mean(_ofAll)
        : null;

    private static double Mean(FigureCounts counts) => counts.HandlingMinutes / counts.Timed;

    private static FigureCounts Sum(IEnumerable<FigureCell> cells) => cells.Aggregate(FigureCounts.None, (sum, cell) => sum + cell.Counts);
}
