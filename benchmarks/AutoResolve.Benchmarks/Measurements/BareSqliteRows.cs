using Microsoft.Data.Sqlite;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>One row of two kilobytes for each issue in a SQLite file, each in a transaction of its own and flushed.</summary>
/// <remarks>Writers take turns on one connection, since the file has one writer at a time anyway.</remarks>
internal sealed class BareSqliteRows : IProcessWork
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;

    public BareSqliteRows(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        using var creating = _connection.CreateCommand();
        creating.CommandText = """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            CREATE TABLE bare (id INTEGER PRIMARY KEY AUTOINCREMENT, issue TEXT NOT NULL, content TEXT NOT NULL)
            """;
        creating.ExecuteNonQuery();
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO bare (issue, content) VALUES ($issue, $content)";
        _insert.Parameters.Add("$issue", SqliteType.Text);
        _insert.Parameters.AddWithValue("$content", ProcessIssues.TwoKilobytes);
    }

    public async ValueTask DoAsync(int caller, long number)
    {
        await _turn.WaitAsync();
        try
        {
            _insert.Parameters[0].Value = $"issue-{number}";
            _insert.ExecuteNonQuery();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _insert.DisposeAsync();
        await _connection.DisposeAsync();
        _turn.Dispose();
    }
}
