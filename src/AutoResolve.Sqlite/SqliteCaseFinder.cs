using AutoResolve.Shared.Journals;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AutoResolve.Sqlite;

/// <summary>Finds rows of cases on a connection of its own, whose statement is prepared once; for one thread at a time.</summary>
internal sealed class SqliteCaseFinder(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _find = new(
        connection,
        """
        SELECT version, owner, team, due_at, due_for, calendar, requester_key, content, lease_until IS NOT NULL AND lease_until > ?3
        FROM cases WHERE tenant = ?1 AND issue_id = ?2
        """
    );

    /// <param name="reference">The case.</param>
    /// <param name="now">The time now in milliseconds.</param>
    public CaseRow? Find(CaseReference reference, long now)
    {
        var (tenant, issue) = (EntryText.Of(reference.Tenant) ?? "", EntryText.Of(reference.IssueId));
        return _find.Find([tenant, issue, now], row => new CaseRow
        {
            Tenant = tenant,
            IssueId = issue,
            Version = raw.sqlite3_column_int64(row, 0),
            Owner = raw.sqlite3_column_int(row, 1),
            Team = Text(row, 2),
            DueAt = Text(row, 3),
            DueFor = Text(row, 4),
            Calendar = Text(row, 5),
            RequesterKey = Text(row, 6),
            Content = Text(row, 7)!,
            IsLeased = raw.sqlite3_column_int(row, 8) != 0,
        });
    }

    public void Dispose()
    {
        _find.Dispose();
        connection.Dispose();
    }

    private static string? Text(sqlite3_stmt row, int column) =>
        raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(row, column).utf8_to_string();
}
