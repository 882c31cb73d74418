using System.Text;
using AutoResolve.Journaling;
using AutoResolve.Tests.Journals;
using Dapper;

namespace AutoResolve.Sqlite.Tests;

public sealed class SqliteMigrationTests : MigrationContract, IDisposable
{
    private readonly JournalFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Open_FirstSchema_NoFileHoldsAnOldHash()
    {
        var hashes = FirstSchema.Hashes(FirstSchema.Entries(more: 2_300));
        Assert.All(hashes.Take(3), hash => Assert.True(IsInAFile(hash) || hash == FirstSchema.Of("fixed", "agency")));
        Assert.NotEmpty(InFiles(hashes));
        await using var journal = _file.Open();

        await journal.OpenAsync();

        Assert.Empty(InFiles(hashes));
        await journal.DisposeAsync();
        Assert.Empty(InFiles(hashes));
    }

    // Killed between the commit of the migration and the end of what comes then.
    [Fact]
    public async Task Open_MigratedAndNotPurged_PurgesNow()
    {
        await using (var before = _file.Open())
            await before.OpenAsync();
        await _file.ExecuteAsync(
            """
            PRAGMA secure_delete = OFF;
            CREATE TABLE remains_of_first_schema (id INTEGER);
            CREATE TABLE old (hash TEXT);
            INSERT INTO old VALUES ('an old hash that remained');
            DROP TABLE old;
            """
        );
        Assert.True(IsInAFile("an old hash that remained"));
        await using var journal = _file.Open();

        await journal.OpenAsync();

        Assert.False(IsInAFile("an old hash that remained"));
        await using var connection = await _file.ConnectAsync();
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM sqlite_master WHERE name LIKE '%first_schema%'"));
    }

    [Fact]
    public async Task Read_FirstSchema_LeavesTheFileAsItIs()
    {
        var content = await File.ReadAllBytesAsync(_file.Path);
        await using var journal = _file.Open();

        await journal.ListAsync();
        await journal.DisposeAsync();

        Assert.Equal(content, await File.ReadAllBytesAsync(_file.Path));
        Assert.False(File.Exists(SecretFile.PathOf(_file.Path)));
    }

    // A folder where the file stands that SQLite would make beside a journal: nobody, not even the administrator, can make it there.
    [Fact]
    public async Task Read_FirstSchemaWhereNothingCanBeWritten_ReadsItAllTheSame()
    {
        Directory.CreateDirectory(_file.Path + "-wal");
        await using var journal = _file.Open();

        Assert.Equal("decision", (await journal.ListAsync(new JournalQuery { Limit = 1 })).Single().Key![..8]);
        await Assert.ThrowsAsync<JournalException>(async () => await journal.OpenAsync());
        Assert.Equal("decision", (await journal.ListAsync(new JournalQuery { Limit = 1 })).Single().Key![..8]);
    }

    protected override IDurableJournal Open() => _file.Open();

    protected override async Task MakeAsync(IReadOnlyList<JournalEntry> entries)
    {
        await _file.ExecuteAsync(FirstSchema.Sqlite);
        await InsertAsync(entries);
    }

    protected override async Task InsertAsync(IReadOnlyList<JournalEntry> entries)
    {
        await using var connection = await _file.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(FirstSchema.Insert, FirstSchema.RowsOf(entries), transaction);
        await transaction.CommitAsync();
    }

    protected override Task ExecuteAsync(string sql) => _file.ExecuteAsync(sql);

    protected override async Task<bool> IsFirstSchemaAsync()
    {
        await using var connection = await _file.ConnectAsync();
        return await connection.ExecuteScalarAsync<int>("PRAGMA user_version") == 1;
    }

    private IEnumerable<string> InFiles(IReadOnlyList<string> hashes)
    {
        var old = new OldHashes(hashes);
        return Directory
            .EnumerateFiles(Path.GetDirectoryName(_file.Path)!)
            .SelectMany(file => old.In(File.ReadAllText(file, Encoding.Latin1)));
    }

    private bool IsInAFile(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Directory
            .EnumerateFiles(Path.GetDirectoryName(_file.Path)!)
            .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0);
    }
}
