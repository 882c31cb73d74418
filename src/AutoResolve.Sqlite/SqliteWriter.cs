using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using Microsoft.Data.Sqlite;

namespace AutoResolve.Sqlite;

/// <summary>
/// Writes to a journal's file on a connection of its own, whose statements are prepared once. Of no use any more once it has thrown.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    // The first parameters by which a case is updated are all by which it is inserted.
    private const int CaseColumns = 11;

    private static readonly string Fits = SqlFile.Read("Statements/fits.sql");
    private static readonly string InsertCase = SqlFile.Read("Statements/insert-case.sql");
    private static readonly string UpdateCase = SqlFile.Read("Statements/update-case.sql");
    private static readonly string InsertEntry = SqlFile.Read("Statements/insert-entry.sql");

    private readonly SqliteConnection _connection;
    private readonly List<SqliteStatement> _statements = [];
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly SqliteStatement _hasKey;
    private readonly SqliteStatement _fits;
    private readonly SqliteStatement _insertCase;
    private readonly SqliteStatement _updateCase;
    private readonly SqliteStatement _renew;
    private readonly SqliteStatement _insertEntry;

    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;

        // IMMEDIATE: waits for its turn here, and cannot fail half-way for want of it.
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollback = Prepare("ROLLBACK");
        _hasKey = Prepare("SELECT 1 FROM entries WHERE entry_key = ?1");
        _fits = Prepare(Fits);
        _insertCase = Prepare(InsertCase);
        _updateCase = Prepare(UpdateCase);
        _renew = Prepare("UPDATE cases SET lease_until = ?4 WHERE tenant = ?1 AND issue_id = ?2 AND version = ?3 RETURNING version");
        _insertEntry = Prepare(InsertEntry);
    }

    /// <summary>Writes a group, each or nothing of it, in one transaction.</summary>
    /// <param name="group">What is to be written.</param>
    /// <param name="clock">The time now in milliseconds, asked once nobody else can write any more.</param>
    public IReadOnlyList<AppendResult> Write(IReadOnlyList<PendingWrite> group, Func<long> clock)
    {
        try
        {
            return Write(group, clock, isSure: true);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            // Seldom does one want to write what is there; only then is it worth while to ask before each.
            _rollback.Run();
            return Write(group, clock, isSure: false);
        }
    }

    // Closed, a connection rolls back what it began.
    public void Dispose()
    {
        foreach (var statement in _statements)
            statement.Dispose();
        _connection.Dispose();
    }

    private List<AppendResult> Write(IReadOnlyList<PendingWrite> group, Func<long> clock, bool isSure)
    {
        _begin.Run();
        var now = clock();
        var results = new List<AppendResult>(group.Count);
        foreach (var write in group)
            results.Add(Write(write, now, isSure));
        _commit.Run();
        return results;
    }

    private AppendResult Write(PendingWrite write, long now, bool isSure)
    {
        var until = now + write.Lease;
        if (write is { IsRenewal: true, Case: { } renewed })
            return new AppendResult(0, IsStale: _renew.FindNumber(renewed.Tenant, renewed.IssueId, write.Expected, until) is null);
        if (!isSure && FindRefusal(write, now) is { } refusal)
            return refusal;
        if (write.Case is { } changed && !TryChange(changed, write, until, now))
            return new AppendResult(0, IsStale: true);
        var first = 0L;
        foreach (var row in write.Rows)
        {
            var sequence = Insert(row);
            first = first == 0 ? sequence : first;
        }

        return new AppendResult(first);
    }

    /// <returns>What refuses a write; null where nothing does.</returns>
    private AppendResult? FindRefusal(PendingWrite write, long now)
    {
        if (write.Case is { } row && _fits.FindNumber(row.Tenant, row.IssueId, write.Expected, write.TakesUp, now) == 0)
            return new AppendResult(0, IsStale: true);
        foreach (var entry in write.Rows)
        {
            if (entry.Key is { } key && _hasKey.FindNumber(key) is not null)
                return new AppendResult(0, key);
        }

        return null;
    }

    private bool TryChange(CaseRow row, PendingWrite write, long? until, long now)
    {
        ReadOnlySpan<object?> values =
        [
            row.Tenant,
            row.IssueId,
            row.Version,
            row.Owner,
            row.Team,
            row.DueAt,
            row.DueFor,
            row.Calendar,
            row.RequesterKey,
            until,
            row.Content,
            write.Expected,
            write.TakesUp,
            now,
        ];
        if (write.Expected > 0)
            return _updateCase.FindNumber(values) is not null;
        _insertCase.Run(values[..CaseColumns]);
        return true;
    }

    private long Insert(EntryRow row) =>
        _insertEntry
            .FindNumber(
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
                row.Content
            )!
            .Value;

    private SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }
}
