using AutoResolve.Intake.History;

namespace AutoResolve.Intake.Columns;

/// <summary>Which column or key of a file holds what.</summary>
public sealed class ColumnMap
{
    private readonly Dictionary<string, string> _given = new(StringComparer.OrdinalIgnoreCase);
    private readonly HistoryUnit? _unit;

    /// <summary>The columns of a file.</summary>
    /// <param name="given">
    /// Columns by what they hold: id, text, format, title, channel, product, locale, tenant, requester, date, tried, and of past issues
    /// label, team, tier, minutes, answer, reopened, escalated, tags, center. The others go by their usual names, and by those of Zendesk,
    /// Jira,
    /// ServiceNow, Freshdesk, Zammad and GitHub. Capitals, blanks and marks of names mean nothing. Default: all do.
    /// </param>
    /// <exception cref="ArgumentException">There is nothing of that name.</exception>
    public ColumnMap(IReadOnlyDictionary<string, string>? given = null)
    {
        foreach (var (name, column) in given ?? new Dictionary<string, string>())
            _given[Known(name)] = Known(name) == "minutes" ? HistoryUnit.Split(column, out _unit) : column;
        if (_given.Keys.FirstOrDefault(name => !ColumnData.Known.Usual.ContainsKey(name)) is { } unknown)
            throw new ArgumentException(
                $"No column holds '{unknown}'. Columns hold "
                    + $"{string.Join(", ", ColumnData.Known.Usual.Keys.Where(name => name != "type"))}; "
                    + $"type stands for label, receivedAt for date."
            );
    }

    /// <summary>Columns that somebody asked for.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Given => _given;

    /// <summary>The column that somebody named; null where nobody did.</summary>
    internal string? Of(string what) => _given.GetValueOrDefault(Known(what));

    /// <summary>The unit of a column of times: as its name says it, or as somebody has said it; null where neither does.</summary>
    internal HistoryUnit? UnitOf(string column) =>
        _unit ?? HistoryUnit.OfName(column) ?? (_given.ContainsKey("minutes") ? HistoryUnit.Minutes : null);

    // What rules and reports call the type.
    private static string Known(string what) =>
        what.ToUpperInvariant() switch
        {
            "TYPE" => "label",
            "RECEIVEDAT" => "date",
            _ => what,
        };
}
