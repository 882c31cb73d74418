namespace AutoResolve.Insights.Figures.Counting;

/// <summary>Adds up counts as they are read. What it keeps grows with the kinds of issues, not with the issues.</summary>
internal sealed class FigureAggregator(ReportingCalendar calendar)
{
    private readonly Dictionary<FigureKey, FigureCounts> _cells = [];
    private readonly Dictionary<FigureKey, FigureCounts> _superseded = [];
    private readonly Dictionary<(int Part, FigureKey Key), SeriesCounts> _series = [];
    private readonly Dictionary<(int Part, FigureKey Key, CaseResult End), (long Cases, AskingCounts Asking)> _cases = [];
    private readonly Dictionary<FigureKey, long> _unsaid = [];
    private readonly LabelSanitizer _names = new();

    /// <param name="part">The part of the calendar in which the issues came.</param>
    /// <param name="key">What they have in common.</param>
    /// <param name="counts">How many.</param>
    /// <param name="isSuperseded">Whether these are no issues, but decisions after which their issue was decided again.</param>
    /// <param name="isUnsaid">Whether nothing is said of whether they were escalated.</param>
    public void Add(int part, FigureKey key, FigureCounts counts, bool isSuperseded = false, bool isUnsaid = false)
    {
        key = key.Named(_names.OfType, _names.Of);
        if (!isSuperseded)
        {
            var place = (part, key.ToSeries());
            _series[place] = _series.GetValueOrDefault(place) + new SeriesCounts(counts.Issues, counts.Resolved, counts.Handled);
        }

        if (!calendar.IsOfPeriod(part))
            return;
        var cells = isSuperseded ? _superseded : _cells;
        cells[key] = cells.TryGetValue(key, out var before) ? before + counts : counts;
        if (isUnsaid)
            _unsaid[key] = _unsaid.GetValueOrDefault(key) + counts.Issues;
    }

    /// <summary>Adds a case by what became of it.</summary>
    public void AddCase(int part, FigureKey key, CaseResult end, AskingCounts asking)
    {
        var place = (part, key.Named(_names.OfType, _names.Of).ToSeries(), end);
        var (cases, before) = _cases.GetValueOrDefault(place, (0, AskingCounts.None));
        _cases[place] = (cases + 1, before + asking);
    }

    /// <summary>Counts those of which nothing is said as not escalated.</summary>
    public void TakeUnsaidAsNo()
    {
        foreach (var (key, issues) in _unsaid)
            _cells[key] = _cells[key] with { Followed = _cells[key].Followed + issues };
        _unsaid.Clear();
    }

    public FigureSet ToSet(IReadOnlyList<string> remarks)
    {
        // Names that differ by case are one: the commonest spelling stands for all.
        var spellings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var used = _series
            .SelectMany(entry =>
                new[] { entry.Key.Key.Type, entry.Key.Key.Team, entry.Key.Key.Channel, entry.Key.Key.Product, entry.Key.Key.Center }
                    .OfType<string>()
                    .Select(name => (Name: name, entry.Value.Issues))
            )
            .GroupBy(use => use.Name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(use => use.Issues))
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var name in used)
            spellings.TryAdd(name.Key, name.Key);
        string? Spell(string? name) => name is null ? null : spellings.GetValueOrDefault(name, name);
        FigureKey SpellAll(FigureKey key) => key.Named(type => Spell(type)!, Spell);
        List<FigureCell> Merge(Dictionary<FigureKey, FigureCounts> cells) =>
            [
                .. cells
                    .GroupBy(entry => SpellAll(entry.Key))
                    .Select(group => new FigureCell(group.Key, group.Aggregate(FigureCounts.None, (sum, entry) => sum + entry.Value)))
                    .OrderByDescending(cell => cell.Counts.Issues)
                    .ThenBy(cell => cell.Key.ToString(), StringComparer.Ordinal),
            ];

        if (_names.Masked > 0)
            remarks =
            [
                .. remarks,
                $"{_names.Masked} {(_names.Masked == 1 ? "name" : "names")} of types, teams, channels, products "
                    + $"or centers looked like personal data and are masked",
            ];
        return new FigureSet(
            calendar,
            Merge(_cells),
            Merge(_superseded),
            [
                .. _series
                    .GroupBy(entry => (entry.Key.Part, Key: SpellAll(entry.Key.Key)))
                    .Select(group => new SeriesCell(
                        group.Key.Part,
                        group.Key.Key,
                        group.Aggregate(default(SeriesCounts), (sum, entry) => sum + entry.Value)
                    )),
            ],
            remarks
        )
        {
            Cases =
            [
                .. _cases
                    .GroupBy(entry => (entry.Key.Part, Key: SpellAll(entry.Key.Key), entry.Key.End))
                    .Select(group => new CaseCell(
                        group.Key.Part,
                        group.Key.Key,
                        group.Key.End,
                        group.Sum(entry => entry.Value.Cases),
                        group.Aggregate(AskingCounts.None, (sum, entry) => sum + entry.Value.Asking)
                    ))
                    .OrderBy(cell => cell.Part)
                    .ThenBy(cell => cell.End)
                    .ThenBy(cell => cell.Key.ToString(), StringComparer.Ordinal),
            ],
        };
    }
}
