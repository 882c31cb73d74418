using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using AutoResolve.Tests.Journals;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AutoResolve.Sqlite.Tests;

/// <summary>The file of a journal, in a folder that is gone after the test.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("autoresolve-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "journal.db");

    /// <param name="lockTime">How long another program may hold the file.</param>
    /// <param name="maxPages">How many pages it may have.</param>
    public IDurableJournal Open(TimeSpan? lockTime = null, int? maxPages = null) =>
        new DatabaseJournal(new SqliteDatabase(Path, lockTime ?? Patience.Long) { MaxPages = maxPages }, Patience.Long);

    /// <summary>A connection past the journal.</summary>
    public async Task<SqliteConnection> ConnectAsync()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await connection.ExecuteAsync(sql);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
