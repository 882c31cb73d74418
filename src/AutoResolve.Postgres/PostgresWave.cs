using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using Npgsql;
using NpgsqlTypes;

namespace AutoResolve.Postgres;

/// <summary>
/// What of a group one statement can write: no two of it about one case or with one key, so that none depends on what becomes of another.
/// </summary>
internal sealed class PostgresWave
{
    private readonly HashSet<(string Tenant, string Issue)> _cases = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly List<(int Place, PendingWrite Write)> _writes = [];
    private readonly List<(int Place, PendingWrite Write)> _renewals = [];

    /// <summary>Parts a group into waves. Whoever comes later is in the same wave or a later one.</summary>
    public static IReadOnlyList<PostgresWave> Of(IReadOnlyList<PendingWrite> group)
    {
        List<PostgresWave> waves = [new()];
        for (var place = 0; place < group.Count; place++)
        {
            if (waves[^1].TryAdd(place, group[place]))
                continue;
            waves.Add(new PostgresWave());
            waves[^1].TryAdd(place, group[place]);
        }

        return waves;
    }

    /// <summary>Whether each of its entries comes with a change of its case: that is refused where the case is not as expected, and so
    /// before any of its keys is taken.</summary>
    public bool HasNewKeys => _writes.TrueForAll(one => one.Write.Case is not null);

    /// <summary>Adds the wave's statements.</summary>
    /// <param name="batch">To which they are added.</param>
    /// <param name="looksUpKeys">Whether keys that are taken are looked up first; else a single one lets the whole batch fail.</param>
    public void AddTo(NpgsqlBatch batch, bool looksUpKeys)
    {
        if (_writes.Count > 0)
            batch.BatchCommands.Add(WriteCommand(looksUpKeys));
        if (_renewals.Count > 0)
            batch.BatchCommands.Add(RenewCommand());
    }

    /// <summary>Reads what became of the wave, from the result before which the reader stands.</summary>
    public async Task ReadAsync(NpgsqlDataReader reader, AppendResult[] results)
    {
        if (_writes.Count > 0)
        {
            await reader.NextResultAsync().ConfigureAwait(false);
            await reader.ReadAsync().ConfigureAwait(false);
            Tell(Array<int>(reader, 0), Array<int>(reader, 1), Array<string>(reader, 2), Array<long>(reader, 3), results);
        }

        if (_renewals.Count > 0)
        {
            foreach (var (place, _) in _renewals)
                results[place] = new AppendResult(0, IsStale: true);
            await reader.NextResultAsync().ConfigureAwait(false);
            while (await reader.ReadAsync().ConfigureAwait(false))
                results[reader.GetInt32(0)] = new AppendResult(0);
        }
    }

    private bool TryAdd(int place, PendingWrite write)
    {
        if (write.Case is { } row && _cases.Contains((row.Tenant, row.IssueId)))
            return false;
        if (write.Rows.Any(entry => entry.Key is not null && _keys.Contains(entry.Key)))
            return false;
        if (write.Case is not null)
            _cases.Add((write.Case.Tenant, write.Case.IssueId));
        foreach (var entry in write.Rows)
        {
            if (entry.Key is not null)
                _keys.Add(entry.Key);
        }

        (write.IsRenewal ? _renewals : _writes).Add((place, write));
        return true;
    }

    private void Tell(int[] stale, int[] taken, string[] keys, long[] sequences, AppendResult[] results)
    {
        foreach (var (place, key) in taken.Zip(keys))
            results[place] = new AppendResult(0, results[place].ConflictingKey ?? key);
        foreach (var place in stale)
            results[place] = new AppendResult(0, IsStale: true);
        var next = 0;
        foreach (var (place, write) in _writes)
        {
            if (!results[place].Written)
                continue;
            results[place] = new AppendResult(write.Rows.Count == 0 ? 0 : sequences[next]);
            next += write.Rows.Count;
        }
    }

    private NpgsqlBatchCommand WriteCommand(bool looksUpKeys)
    {
        var changes = _writes.Where(one => one.Write.Case is not null).Select(one => (one.Place, one.Write, Row: one.Write.Case!)).ToList();
        var rows = _writes.SelectMany(one => one.Write.Rows.Select(row => (one.Place, Row: row))).ToList();
        var forCases = looksUpKeys ? PostgresStatements.WriteEntriesAndCases : PostgresStatements.WriteNewEntriesAndCases;
        var command = new NpgsqlBatchCommand(changes.Count == 0 ? PostgresStatements.WriteEntries : forCases);
        Add(command, NpgsqlDbType.Integer, rows, one => one.Place);
        Add(command, NpgsqlDbType.Text, rows, one => one.Row.At);
        Add(command, NpgsqlDbType.Integer, rows, one => one.Row.Kind);
        Add(command, NpgsqlDbType.Text, rows, one => one.Row.Tenant);
        Add(command, NpgsqlDbType.Text, rows, one => one.Row.IssueId);
        Add(command, NpgsqlDbType.Text, rows, one => one.Row.Key);
        Add(command, NpgsqlDbType.Boolean, rows, one => one.Row.IsOpen);
        Add(command, NpgsqlDbType.Text, rows, one => one.Row.Closes);
        Add(command, NpgsqlDbType.Text, rows, one => one.Row.RuleId);
        Add(command, NpgsqlDbType.Integer, rows, one => one.Row.RuleVersion);
        Add(command, NpgsqlDbType.Text, rows, one => one.Row.RulebookRevision);
        Add(command, NpgsqlDbType.Text, rows, one => one.Row.Label);
        Add(command, NpgsqlDbType.Text, rows, one => one.Row.Group);
        Add(command, NpgsqlDbType.Text, rows, one => one.Row.Content);
        if (changes.Count == 0)
            return command;
        Add(command, NpgsqlDbType.Integer, changes, one => one.Place);
        Add(command, NpgsqlDbType.Text, changes, one => one.Row.Tenant);
        Add(command, NpgsqlDbType.Text, changes, one => one.Row.IssueId);
        Add(command, NpgsqlDbType.Bigint, changes, one => one.Write.Expected);
        Add(command, NpgsqlDbType.Boolean, changes, one => one.Write.TakesUp);
        Add(command, NpgsqlDbType.Bigint, changes, one => one.Write.Lease);
        Add(command, NpgsqlDbType.Integer, changes, one => one.Row.Owner);
        Add(command, NpgsqlDbType.Text, changes, one => one.Row.Team);
        Add(command, NpgsqlDbType.Text, changes, one => one.Row.DueAt);
        Add(command, NpgsqlDbType.Text, changes, one => one.Row.DueFor);
        Add(command, NpgsqlDbType.Text, changes, one => one.Row.Calendar);
        Add(command, NpgsqlDbType.Text, changes, one => one.Row.RequesterKey);
        Add(command, NpgsqlDbType.Text, changes, one => one.Row.Content);
        return command;
    }

    private NpgsqlBatchCommand RenewCommand()
    {
        var command = new NpgsqlBatchCommand(PostgresStatements.Renew);
        Add(command, NpgsqlDbType.Integer, _renewals, one => one.Place);
        Add(command, NpgsqlDbType.Text, _renewals, one => one.Write.Case!.Tenant);
        Add(command, NpgsqlDbType.Text, _renewals, one => one.Write.Case!.IssueId);
        Add(command, NpgsqlDbType.Bigint, _renewals, one => one.Write.Expected);
        Add(command, NpgsqlDbType.Bigint, _renewals, one => one.Write.Lease);
        return command;
    }

    private static void Add<TItem, TValue>(NpgsqlBatchCommand command, NpgsqlDbType type, List<TItem> items, Func<TItem, TValue> value) =>
        command.Parameters.Add(
            new NpgsqlParameter<TValue[]> { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = [.. items.Select(value)] }
        );

    private static T[] Array<T>(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? [] : reader.GetFieldValue<T[]>(column);
}
