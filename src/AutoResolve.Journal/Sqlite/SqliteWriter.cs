using System.Globalization;
using AutoResolve.Journaling;
using Microsoft.Data.Sqlite;

namespace AutoResolve.Journal.Sqlite;

/// <summary>
/// Writes to a journal's file on a connection of its own, whose statements are prepared once. Of no use any more once it has thrown.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _findKey;
    private readonly SqliteCommand _fits;
    private readonly SqliteCommand _insertCase;
    private readonly SqliteCommand _updateCase;
    private readonly SqliteCommand _renew;
    private readonly SqliteCommand _insertEntry;

    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;

        // IMMEDIATE: waits for its turn here, and cannot fail half-way for want of it.
        _begin = Command("BEGIN IMMEDIATE", 0);
        _commit = Command("COMMIT", 0);
        _findKey = Command("SELECT EXISTS (SELECT 1 FROM entries WHERE entry_key = $1)", 1);
        _fits = Command(
            """
            SELECT CASE WHEN $3 = 0 THEN NOT EXISTS (SELECT 1 FROM cases WHERE tenant = $1 AND issue_id = $2)
            ELSE EXISTS (
              SELECT 1 FROM cases
              WHERE tenant = $1 AND issue_id = $2 AND version = $3 AND NOT ($4 AND lease_until IS NOT NULL AND lease_until > $5)) END
            """,
            5);
        _insertCase = Command(
            """
            INSERT INTO cases (tenant, issue_id, version, owner, team, due_at, due_for, calendar, requester_key, lease_until, content)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            11);
        _updateCase = Command(
            """
            UPDATE cases
            SET version = $3, owner = $4, team = $5, due_at = $6, due_for = $7, calendar = $8, requester_key = $9, lease_until = $10,
                content = $11
            WHERE tenant = $1 AND issue_id = $2
            """,
            11);
        _renew = Command("UPDATE cases SET lease_until = $4 WHERE tenant = $1 AND issue_id = $2 AND version = $3", 4);
        _insertEntry = Command(
            """
            INSERT INTO entries (at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version,
                                 rulebook_revision, label, entry_group, content)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING sequence
            """,
            13);
    }

    /// <summary>Writes a group, each or nothing of it, in one transaction.</summary>
    /// <param name="group">What is to be written.</param>
    /// <param name="clock">The time now in milliseconds, asked once nobody else can write any more.</param>
    public IReadOnlyList<AppendResult> Write(IReadOnlyList<PendingWrite> group, Func<long> clock)
    {
        _begin.ExecuteNonQuery();
        var now = clock();
        var results = new List<AppendResult>(group.Count);
        foreach (var write in group)
            results.Add(Write(write, now));
        _commit.ExecuteNonQuery();
        return results;
    }

    // Closed, a connection rolls back what it began.
    public void Dispose() => _connection.Dispose();

    private AppendResult Write(PendingWrite write, long now)
    {
        var until = now + write.Lease;
        if (write is { IsRenewal: true, Case: { } renewed })
            return new AppendResult(
                0,
                IsStale: Fill(_renew, renewed.Tenant, renewed.IssueId, write.Expected, until).ExecuteNonQuery() == 0);
        if (write.Case is { } expected && !IsTrue(Fill(_fits, expected.Tenant, expected.IssueId, write.Expected, write.TakesUp, now)))
            return new AppendResult(0, IsStale: true);
        foreach (var row in write.Rows)
        {
            if (row.Key is { } key && IsTrue(Fill(_findKey, key)))
                return new AppendResult(0, key);
        }

        if (write.Case is { } row1)
        {
            Fill(
                write.Expected == 0 ? _insertCase : _updateCase,
                row1.Tenant,
                row1.IssueId,
                row1.Version,
                row1.Owner,
                row1.Team,
                row1.DueAt,
                row1.DueFor,
                row1.Calendar,
                row1.RequesterKey,
                until,
                row1.Content).ExecuteNonQuery();
        }

        var first = 0L;
        foreach (var row in write.Rows)
        {
            var sequence = Insert(row);
            first = first == 0 ? sequence : first;
        }

        return new AppendResult(first);
    }

    private long Insert(EntryRow row) => (long)Fill(
        _insertEntry,
        row.At,
        row.Kind,
        row.Tenant,
        row.IssueId,
        row.Key,
        row.IsOpen,
        row.Closes,
        row.RuleId,
        row.RuleVersion,
        row.RulebookRevision,
        row.Label,
        row.Group,
        row.Content).ExecuteScalar()!;

    private SqliteCommand Command(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
            command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${number}") });
        return command;
    }

    private static SqliteCommand Fill(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var place = 0; place < values.Length; place++)
            command.Parameters[place].Value = values[place] ?? DBNull.Value;
        return command;
    }

    private static bool IsTrue(SqliteCommand command) => (long)command.ExecuteScalar()! != 0;
}
