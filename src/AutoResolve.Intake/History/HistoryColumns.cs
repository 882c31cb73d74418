namespace AutoResolve.Intake.History;

/// <summary>Which column or key of a history file holds what.</summary>
public sealed class HistoryColumns
{
    private static readonly Dictionary<string, string[]> Defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text"] = ["text", "description", "body", "message"],
        ["label"] = ["label", "type", "code", "resolution_code"],
        ["date"] = ["date", "receivedAt", "created", "created_at", "opened"],
        ["team"] = ["team", "group", "assignment_group"],
        ["tier"] = ["tier"],
        ["minutes"] = ["minutes", "handling_minutes", "handle_time", "business_duration"],
        ["answer"] = ["answer", "reply", "resolution"],
        ["reopened"] = ["reopened"],
        ["escalated"] = ["escalated"],
        ["channel"] = ["channel", "source"],
        ["product"] = ["product"],
        ["center"] = ["center", "centre", "contact_center", "tenant"],
        ["locale"] = ["locale", "language"],
    };

    // A label may be anything that rules should tell apart; what figures count is the type.
    private static readonly string[] Types = ["type", .. Defaults["label"].Where(name => name != "type")];

    private readonly Dictionary<string, string> _given;
    private readonly HistoryUnit? _unit;

    /// <summary>The columns of a file.</summary>
    /// <param name="given">
    /// Columns by what they hold: text, label, date, team, tier, minutes, answer, reopened, escalated, channel, product, center, locale.
    /// The others go by their usual names. Default: all do.
    /// </param>
    /// <exception cref="ArgumentException">There is nothing of that name.</exception>
    public HistoryColumns(IReadOnlyDictionary<string, string>? given = null)
    {
        _given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        foreach (var (name, column) in given ?? new Dictionary<string, string>())
            _given[Known(name)] = Known(name) == "minutes" ? HistoryUnit.Split(column, out _unit) : column;
        if (_given.Keys.FirstOrDefault(name => !Defaults.ContainsKey(name)) is { } unknown)
            throw new ArgumentException($"A history has no '{unknown}'. It has {string.Join(", ", Defaults.Keys)}, and type for label.");
    }

    /// <summary>The names by which a value may stand, best first.</summary>
    internal IReadOnlyList<string> Of(string what)
    {
        if (_given.TryGetValue(Known(what), out var column))
            return [column];
        return IsType(what) ? Types : Defaults[Known(what)];
    }

    /// <summary>The unit of a column of times: as its name says it, or as somebody has said it; null where neither does.</summary>
    internal HistoryUnit? UnitOf(string column) =>
        _unit ?? HistoryUnit.OfName(column) ?? (_given.ContainsKey("minutes") ? HistoryUnit.Minutes : null);

    // What rules and reports call the type.
    private static string Known(string what) => IsType(what) ? "label" : what;

    private static bool IsType(string what) => what.Equals("type", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a column holds something.</summary>
    internal bool Knows(string column) => Defaults.Keys.Any(what => Of(what).Contains(column, StringComparer.OrdinalIgnoreCase));

    /// <summary>Columns that somebody asked for.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Given => _given;
}
