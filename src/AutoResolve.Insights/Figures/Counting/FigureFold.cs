using AutoResolve.Privacy;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>Adds up counts as they are read. What it keeps grows with the kinds of issues, not with the issues.</summary>
internal sealed class FigureFold(ReportingCalendar calendar)
{
    private const int LongestName = 100;
    private const int MostNames = 20_000;

    /// <summary>Stands for whatever comes after so many names: that is no desk's, and would fill memory and pages.</summary>
    public const string OtherNames = "(other names)";

    private readonly Dictionary<FigureKey, FigureCounts> _cells = [];
    private readonly Dictionary<(int, string, string?, string?, string?), SeriesCounts> _series = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly PersonalDataRedactor _redactor = new();

    public void Add(int part, FigureKey key, FigureCounts counts)
    {
        key = new FigureKey(key.Tier, Name(key.Type)!, Name(key.Team), Name(key.Channel), Name(key.Product), key.Rule, key.Reason);
        var place = (part, key.Type, key.Team, key.Channel, key.Product);
        _series[place] = _series.GetValueOrDefault(place) + new SeriesCounts(counts.Issues, counts.Resolved, counts.Handled);
        if (calendar.IsOfPeriod(part))
            _cells[key] = _cells.TryGetValue(key, out var before) ? before + counts : counts;
    }

    public FigureSet ToSet(IReadOnlyList<string> remarks) => new(
        calendar,
        [.. _cells.Select(entry => new FigureCell(entry.Key, entry.Value)).OrderByDescending(cell => cell.Counts.Issues).ThenBy(cell => cell.Key.ToString(), StringComparer.Ordinal)],
        [.. _series.Select(entry => new SeriesCell(entry.Key.Item1, entry.Key.Item2, entry.Key.Item3, entry.Key.Item4, entry.Key.Item5, entry.Value))],
        remarks);

    // Hosts and histories name channels, products and teams as they like; what they put there by mistake is in no report. Each name is kept once.
    private string? Name(string? name)
    {
        if (name is null)
            return null;
        if (_names.TryGetValue(name, out var known))
            return known;
        if (_names.Count == MostNames)
            return OtherNames;
        var clean = _redactor.Redact(name);
        if (clean.Length > LongestName)
            clean = clean[..(char.IsHighSurrogate(clean[LongestName - 2]) ? LongestName - 2 : LongestName - 1)] + "…";
        return _names[name] = clean;
    }
}
