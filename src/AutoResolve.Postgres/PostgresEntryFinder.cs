using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using Npgsql;

namespace AutoResolve.Postgres;

/// <summary>Finds the few entries that are looked up for each delivery: those of some keys, and the first of some groups.</summary>
internal sealed class PostgresEntryFinder
{
    private const string Columns =
        "sequence, at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version, rulebook_revision, label, "
        + "entry_group, content";

    private const int PlaceColumn = 14;

    // What is looked up by more is read page by page.
    private const int MaxKeys = 100;
    private const int MaxOfGroup = 100;

    private static readonly string ByKey = Read("find-entries-by-key");
    private static readonly string ByGroup = Read("find-entries-by-group");
    private static readonly JournalQuery All = new();

    private readonly Gathering<IReadOnlyList<string>, IReadOnlyList<EntryRow>> _ofKeys;
    private readonly Gathering<JournalQuery, IReadOnlyList<EntryRow>> _ofGroups;

    /// <param name="lookup">Asks the server.</param>
    public PostgresEntryFinder(PostgresLookup lookup)
    {
        _ofKeys = new(wanted => FindByKeyAsync(lookup, wanted));
        _ofGroups = new(wanted => FindByGroupAsync(lookup, wanted));
    }

    /// <param name="query">What is wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null where it is something else than what is looked up here.</returns>
    public Task<IReadOnlyList<EntryRow>>? TryFindAsync(JournalQuery query, CancellationToken cancellationToken) =>
        query switch
        {
            { Keys.Count: > 0 and <= MaxKeys } when query with { Keys = All.Keys } == All => _ofKeys.FindAsync(
                [.. query.Keys.Select(key => EntryText.Of(key)).Distinct(StringComparer.Ordinal)],
                cancellationToken
            ),
            { Groups.Count: > 0 and <= MaxKeys, Kinds: [_], Limit: > 0 and <= MaxOfGroup }
                when query with { Groups = All.Groups, Kinds = All.Kinds, From = null, Limit = null } == All => _ofGroups.FindAsync(
                query,
                cancellationToken
            ),
            _ => null,
        };

    private static async Task<IReadOnlyList<IReadOnlyList<EntryRow>>> FindByKeyAsync(
        PostgresLookup lookup,
        IReadOnlyList<IReadOnlyList<string>> wanted
    )
    {
        using var command = new NpgsqlCommand(ByKey)
        {
            Parameters = { new NpgsqlParameter<string[]> { TypedValue = [.. wanted.SelectMany(keys => keys).Distinct()] } },
        };
        var rows = await lookup.AskAsync(command, Read).ConfigureAwait(false);
        var byKey = rows.ToDictionary(row => row.Key!, StringComparer.Ordinal);
        return [.. wanted.Select(keys => Sorted(keys.Select(key => byKey.GetValueOrDefault(key)).OfType<EntryRow>()))];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<EntryRow>>> FindByGroupAsync(
        PostgresLookup lookup,
        IReadOnlyList<JournalQuery> wanted
    )
    {
        List<(int Place, string Group, JournalQuery Query)> groups =
        [
            .. wanted.SelectMany(
                (query, place) => query.Groups.Distinct(StringComparer.Ordinal).Select(group => (place, EntryText.Of(group), query))
            ),
        ];
        using var command = new NpgsqlCommand(ByGroup)
        {
            Parameters =
            {
                new NpgsqlParameter<int[]> { TypedValue = [.. groups.Select(each => each.Place)] },
                new NpgsqlParameter<string[]> { TypedValue = [.. groups.Select(each => each.Group)] },
                new NpgsqlParameter<int[]> { TypedValue = [.. groups.Select(each => (int)each.Query.Kinds[0])] },
                new NpgsqlParameter<string[]> { TypedValue = [.. groups.Select(each => FromOf(each.Query))] },
                new NpgsqlParameter<int[]> { TypedValue = [.. groups.Select(each => each.Query.Limit!.Value)] },
            },
        };
        var rows = await lookup.AskAsync(command, reader => (Place: reader.GetInt32(PlaceColumn), Row: Read(reader))).ConfigureAwait(false);
        var byPlace = rows.ToLookup(each => each.Place, each => each.Row);
        return [.. wanted.Select((query, place) => Sorted(byPlace[place]).Take(query.Limit!.Value).ToList())];
    }

    private static List<EntryRow> Sorted(IEnumerable<EntryRow> rows) => [.. rows.OrderBy(row => row.Sequence)];

    // Times sort as texts, and each after the empty one.
    private static string FromOf(JournalQuery query) => query.From is { } from ? EntryRow.TextOf(from) : "";

    private static EntryRow Read(NpgsqlDataReader reader) =>
        new()
        {
            Sequence = reader.GetInt64(0),
            At = reader.GetString(1),
            Kind = reader.GetInt32(2),
            Tenant = reader.GetString(3),
            IssueId = reader.GetString(4),
            Key = PostgresLookup.Text(reader, 5),
            IsOpen = reader.GetBoolean(6),
            Closes = PostgresLookup.Text(reader, 7),
            RuleId = PostgresLookup.Text(reader, 8),
            RuleVersion = reader.IsDBNull(9) ? null : reader.GetInt32(9),
            RulebookRevision = PostgresLookup.Text(reader, 10),
            Label = reader.GetString(11),
            Group = PostgresLookup.Text(reader, 12),
            Content = reader.GetString(13),
        };

    private static string Read(string name) => SqlFile.Read($"Statements/{name}.sql", ("columns", Columns));
}
