using System.Globalization;
using AutoResolve.Journaling;
using Microsoft.Data.Sqlite;

namespace AutoResolve.Benchmarks.Journals;

/// <summary>
/// The plain way to journal into SQLite: one connection behind a lock, one statement prepared, one transaction and one flush for each
/// entry.
/// </summary>
internal sealed class CommitEachJournal : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter[] _parameters;

    public CommitEachJournal(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        using var flush = _connection.CreateCommand();
        flush.CommandText = "PRAGMA synchronous = FULL";
        flush.ExecuteNonQuery();
        _insert = _connection.CreateCommand();
        _insert.CommandText = """
            INSERT INTO entries (at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version,
                                 rulebook_revision, label, entry_group, content)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING sequence
            """;
        _parameters =
        [
            .. Enumerable.Range(1, 13).Select(number => _insert.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" })),
        ];
    }

    public long Append(JournalEntry entry)
    {
        object?[] values =
        [
            entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
            (int)entry.Kind,
            entry.Tenant ?? "",
            entry.IssueId,
            entry.Key,
            entry.IsOpen,
            entry.Closes,
            entry.RuleId,
            entry.RuleVersion,
            entry.RulebookRevision,
            entry.Label,
            entry.Group,
            entry.Content,
        ];
        lock (_lock)
        {
            using var transaction = _connection.BeginTransaction();
            _insert.Transaction = transaction;
            for (var at = 0; at < values.Length; at++)
                _parameters[at].Value = values[at] ?? DBNull.Value;
            var sequence = (long)_insert.ExecuteScalar()!;
            transaction.Commit();
            return sequence;
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
