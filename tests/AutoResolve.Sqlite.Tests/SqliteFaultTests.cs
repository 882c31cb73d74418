using System.Diagnostics;
using AutoResolve.Journaling;
using AutoResolve.Journaling.Figures;
using AutoResolve.Tests.Journals;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AutoResolve.Sqlite.Tests;

public sealed class SqliteFaultTests : IDisposable
{
    private readonly JournalFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Append_FileLockedByAnother_SaysSoAndWorksOnceItIsFree()
    {
        await using var journal = _file.Open(TimeSpan.FromSeconds(1));
        await journal.AppendAsync([Some.Entry("before")]);
        await using var other = await _file.ConnectAsync();
        await other.ExecuteAsync("BEGIN EXCLUSIVE");

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry("locked out")]));

        Assert.Equal(
            $"The journal '{_file.Path}' was locked by another program for 1 second. Find out which, and let it end.",
            exception.Message
        );
        await other.ExecuteAsync("ROLLBACK");
        Assert.True((await journal.AppendAsync([Some.Entry("after")])).Written);
        Assert.Equal(["before", "after"], (await journal.ListAsync()).Select(entry => entry.Key));
    }

    [Fact]
    public async Task Append_FileLockedWhileItIsPrepared_WorksOnceItIsFree()
    {
        await using var journal = _file.Open(TimeSpan.FromSeconds(1));
        await using var other = await _file.ConnectAsync();
        await other.ExecuteAsync("BEGIN EXCLUSIVE; CREATE TABLE other (id INTEGER)");

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry("locked out")]));

        Assert.Contains("was locked by another program", exception.Message, StringComparison.Ordinal);
        await other.ExecuteAsync("ROLLBACK");
        Assert.True((await journal.AppendAsync([Some.Entry("after")])).Written);
    }

    [Fact]
    public async Task Append_FileIsNoJournal_SaysSoAndLeavesItAlone()
    {
        var content = "This is a letter, and no journal.\n"u8.ToArray();
        await File.WriteAllBytesAsync(_file.Path, content);
        await using var journal = _file.Open();

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry()]));

        Assert.Contains("is damaged, or is no journal. Move it away", exception.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllBytesAsync(_file.Path));
    }

    [Fact]
    public async Task Read_PagesOverwritten_SaysThatItIsDamagedAndLeavesItAlone()
    {
        await using (var journal = _file.Open())
            await journal.AppendAsync([.. Some.Entries(500, "kept").Select(entry => entry with { Content = new string('x', 500) })]);
        var content = await File.ReadAllBytesAsync(_file.Path);
        Array.Fill<byte>(content, 0xA5, content.Length / 2, 8 * 4096);
        await File.WriteAllBytesAsync(_file.Path, content);
        await using var damaged = _file.Open();

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await damaged.ListAsync());

        Assert.Contains("is damaged", exception.Message, StringComparison.Ordinal);
        await damaged.DisposeAsync();
        Assert.Equal(content, await File.ReadAllBytesAsync(_file.Path));
    }

    [Fact]
    public async Task Read_TimeThatIsNone_SaysThatItIsDamaged()
    {
        await using var journal = _file.Open();
        await journal.AppendAsync([Some.Entry()]);
        await _file.ExecuteAsync(
            "INSERT INTO entries (at, kind, tenant, issue_id, is_open, label, content) VALUES ('yesterday', 1, '', '', 0, '', '')"
        );

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.ListAsync());

        Assert.Contains("is damaged", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WAL")]
    [InlineData("DELETE")]
    public async Task Append_VersionOfANewerProgram_IsRefusedAndTheFileUnchanged(string mode)
    {
        await _file.ExecuteAsync(
            $"PRAGMA journal_mode = {mode}; CREATE TABLE newer (id INTEGER); PRAGMA application_id = 1095920236; PRAGMA user_version = 99"
        );
        var content = await File.ReadAllBytesAsync(_file.Path);
        await using var journal = _file.Open();

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry()]));

        Assert.Equal(
            $"The journal '{_file.Path}' has version 99; this program knows versions up to 2. Use the newer program, or another file.",
            exception.Message
        );
        await journal.DisposeAsync();
        Assert.Equal(content, await File.ReadAllBytesAsync(_file.Path));
    }

    [Fact]
    public async Task Append_DatabaseOfAnotherProgram_IsRefusedAndTheFileUnchanged()
    {
        await _file.ExecuteAsync("CREATE TABLE orders (id INTEGER)");
        var content = await File.ReadAllBytesAsync(_file.Path);
        await using var journal = _file.Open();

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry()]));

        Assert.Equal($"'{_file.Path}' is a database, but no journal. Name another file.", exception.Message);
        await journal.DisposeAsync();
        Assert.Equal(content, await File.ReadAllBytesAsync(_file.Path));
    }

    [Fact]
    public async Task Append_FolderThatCannotBeMade_SaysWhatToDoAndWorksOnceItCan()
    {
        // A file stands where the folder should be: refused to root as well.
        var folder = _file.Path + ".d";
        await File.WriteAllTextAsync(folder, "");
        await using var journal = SqliteJournal.Open(Path.Combine(folder, "sub", "journal.db"));

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry()]));

        Assert.Contains("cannot be opened. Make sure that its folder exists", exception.Message, StringComparison.Ordinal);
        File.Delete(folder);
        Assert.True((await journal.AppendAsync([Some.Entry()])).Written);
    }

    [Fact]
    public async Task Append_PathIsAFolder_SaysWhatToDo()
    {
        Directory.CreateDirectory(_file.Path);
        await using var journal = _file.Open();

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync([Some.Entry()]));

        Assert.Contains("cannot be opened", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_DiskFull_SaysSoKeepsWhatWasWrittenAndStaysReadable()
    {
        await using var journal = _file.Open(maxPages: 60);
        List<string> written = [];
        var exception = await Assert.ThrowsAsync<JournalException>(async () =>
        {
            for (var number = 0; number < 1_000; number++)
            {
                await journal.AppendAsync([Some.Entry($"{number}") with { Content = new string('x', 2_000) }, Some.Entry($"{number}+")]);
                written.AddRange($"{number}", $"{number}+");
            }
        });

        Assert.Equal($"The disk that holds the journal '{_file.Path}' is full. Make room.", exception.Message);
        Assert.Equal(SQLitePCL.raw.SQLITE_FULL, Assert.IsType<SqliteException>(exception.InnerException).SqliteErrorCode);
        Assert.NotEmpty(written);
        Assert.Equal(written, (await journal.ListAsync()).Select(entry => entry.Key));

        await journal.DisposeAsync();
        await using var roomy = _file.Open();
        Assert.True((await roomy.AppendAsync([Some.Entry("room again")])).Written);
        Assert.Equal([.. written, "room again"], (await roomy.ListAsync()).Select(entry => entry.Key));
    }

    [Theory]
    [InlineData("entry_key", "'kept'")]
    [InlineData("sequence", "1")]
    public async Task RawSql_InsertOrReplace_IsRefused(string column, string value)
    {
        await using var journal = _file.Open();
        await journal.AppendAsync([Some.Entry("kept")]);

        foreach (var verb in (string[])["REPLACE", "INSERT OR REPLACE", "INSERT OR IGNORE", "INSERT OR FAIL"])
        {
            var exception = await Assert.ThrowsAsync<SqliteException>(() =>
                _file.ExecuteAsync(
                    $"{verb} INTO entries ({column}, at, kind, tenant, issue_id, is_open, label, content) "
                        + $"VALUES ({value}, '', 1, '', '', 0, '', 'forged')"
                )
            );
            Assert.Contains("append-only", exception.Message, StringComparison.Ordinal);
        }

        Assert.Equal("{}", Assert.Single(await journal.ListAsync()).Content);
    }

    [Fact]
    public async Task Open_AnyConnection_WritesAheadAndFlushesEachCommit()
    {
        await using var journal = _file.Open();
        await journal.AppendAsync([Some.Entry()]);

        await using var database = new SqliteDatabase(_file.Path, TimeSpan.FromSeconds(1));
        await using var connection = await database.ConnectAsync(CancellationToken.None);

        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("PRAGMA synchronous"));
        Assert.Equal("wal", await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode"));
    }

    // A folder where the file stands that SQLite would make beside a journal: nobody, not even the administrator, can make it there.
    [Theory]
    [InlineData("journal.db")]
    [InlineData("journal of 100% é?#&mode=rw.db")]
    public async Task ReadOnly_NothingCanBeMadeBesideIt_ReadsWhatIsThere(string name)
    {
        var path = Path.Combine(Path.GetDirectoryName(_file.Path)!, name);
        await using (var writer = SqliteJournal.Open(path))
            await writer.AppendAsync([Some.Entry("one"), Some.Entry("two")]);
        Directory.CreateDirectory(path + "-wal");
        await using var journal = SqliteJournal.OpenRead(path);

        Assert.Equal(2, (await journal.ListAsync()).Count);
        await using var database = new SqliteDatabase(path, TimeSpan.FromSeconds(1));
        await using var connection = await database.ConnectToReadAsync(CancellationToken.None);
        await Assert.ThrowsAsync<SqliteException>(() => connection.ExecuteAsync("CREATE TABLE more (id INTEGER)"));
    }

    [Fact]
    public async Task ReadOnly_EntriesStandBesideIt_SaysWhatToDo()
    {
        var copy = _file.Path + ".copy";
        await using (var writer = _file.Open())
        {
            await writer.AppendAsync([Some.Entry("one")]);
            File.Copy(_file.Path, copy);
            File.Copy(_file.Path + "-wal", copy + "-wal");
        }

        File.CreateSymbolicLink(copy + "-shm", copy + "-shm");
        await using var journal = SqliteJournal.OpenRead(copy);

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.ListAsync());

        Assert.Equal(
            $"The journal '{copy}' has entries in '{copy}-wal', which can be read only where this program may write. "
                + "Copy both files to a folder of yours, and read the copy.",
            exception.Message
        );
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task OpenRead_JournalWithoutItsTables_SaysThatItIsDamagedAndLeavesItAlone(int version)
    {
        await _file.ExecuteAsync($"CREATE TABLE other (id INTEGER); PRAGMA application_id = 1095920236; PRAGMA user_version = {version}");
        var content = await File.ReadAllBytesAsync(_file.Path);
        await using var journal = SqliteJournal.OpenRead(_file.Path);

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.ListAsync());

        Assert.Contains("is damaged, or is no journal", exception.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllBytesAsync(_file.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OpenRead_PipeThatNobodyWrites_IsNoJournalAndNotWaitedFor(bool isLink)
    {
        var pipe = isLink ? _file.Path + ".pipe" : _file.Path;
        using var mkfifo = Process.Start("mkfifo", pipe);
        await mkfifo.WaitForExitAsync();
        if (isLink)
            File.CreateSymbolicLink(_file.Path, pipe);
        await using var journal = SqliteJournal.OpenRead(_file.Path);

        // Each begins on a thread of its own: what waits for a pipe cannot be ended.
        foreach (var read in (Func<Task>[])[() => journal.ListAsync(), () => CountAsync(journal), () => ReadByCaseAsync(journal)])
        {
            var exception = await Assert.ThrowsAsync<JournalException>(() => Task.Run(read));
            Assert.Equal($"'{_file.Path}' is no journal. Name another file.", exception.Message);
        }
    }

    private static readonly FigureQuery Month = new(
        [new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero)],
        new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        7,
        new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero)
    );

    private static async Task CountAsync(IDurableJournal journal) => await journal.CountIssuesAsync(Month);

    private static async Task ReadByCaseAsync(IDurableJournal journal)
    {
        await foreach (var entry in journal.ReadByCaseAsync(Month))
            Assert.Fail(entry.Key);
    }
}
