namespace AutoResolve.Intake.Columns;

/// <summary>Which of the columns or keys of a record hold what.</summary>
internal sealed class ColumnLayout
{
    // What an issue says of itself by these names is nothing else.
    private static readonly string[] Own =
    [
        "id",
        "text",
        "title",
        "channel",
        "product",
        "locale",
        "tenant",
        "requester",
        "receivedAt",
        "tried",
    ];

    // Of these an alias is the thing itself; other columns that mean something stay fields as well, for rules that read them by name.
    private static readonly string[] Whole = ["text", "title"];

    private readonly ColumnMap _map;
    private readonly Dictionary<string, List<int>> _places = [];
    private readonly TicketSystem? _system;
    private readonly Dictionary<string, int[]> _found = new(StringComparer.OrdinalIgnoreCase);

    public ColumnLayout(IReadOnlyList<string> names, ColumnMap map)
    {
        (Names, _map) = (names, map);
        for (var place = 0; place < names.Count; place++)
        {
            var folded = ColumnData.Fold(names[place]);
            if (folded.Length == 0)
                continue;
            if (!_places.TryGetValue(folded, out var places))
                _places[folded] = places = [];
            places.Add(place);
        }

        _system = _places.ContainsKey("text")
            ? null
            : ColumnData.Known.Systems.FirstOrDefault(system => system.Marks.Any(mark => mark.All(_places.ContainsKey)));
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>What the records are, where they are no issues; else null.</summary>
    public string? Others =>
        _places.ContainsKey("text") ? null : ColumnData.Known.Others.FirstOrDefault(other => other.Marks.All(_places.ContainsKey))?.Are;

    /// <summary>The places that may hold something, best first.</summary>
    public IReadOnlyList<int> Of(string what)
    {
        if (_found.TryGetValue(what, out var places))
            return places;
        IEnumerable<string> candidates = _map.Of(what) is { } given
            ? [ColumnData.Fold(given)]
            : Candidates(what).Where(name => !IsNamedForAnother(what, name));
        return _found[what] = [.. candidates.SelectMany(name => _places.GetValueOrDefault(name, []))];
    }

    /// <summary>Whether a column is no field: it is the issue's own, or read as its text or title.</summary>
    public bool IsOwn(int place) =>
        Whole.Any(what => Of(what).Contains(place) && Of(what)[0] == place)
        || (
            Array.Exists(Own, own => own.Equals(Names[place], StringComparison.OrdinalIgnoreCase))
            && Array.Exists(Own, own => Of(Thing(own)).Contains(place))
        );

    /// <summary>Whether a column says something of an issue.</summary>
    public bool Knows(int place) => ColumnData.Known.Usual.Keys.Any(what => Of(what).Contains(place));

    // A label that is called "subject" is no title: who learns from texts would be told the label by them.
    private bool IsNamedForAnother(string what, string name) =>
        Whole.Contains(what) && _map.Given.Any(given => given.Key != what && ColumnData.Fold(given.Value) == name);

    private static string Thing(string own) => own == "receivedAt" ? "date" : own;

    private string[] Candidates(string what) => _system?.Names.GetValueOrDefault(what) ?? ColumnData.Known.Usual[what];
}
