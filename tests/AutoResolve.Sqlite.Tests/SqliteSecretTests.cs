using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using AutoResolve.Journaling;
using AutoResolve.Tests.Journals;
using Dapper;

namespace AutoResolve.Sqlite.Tests;

public sealed class SqliteSecretTests : SecretContract, IDisposable
{
    private readonly JournalFile _file = new();

    private string SecretPath => SecretFile.PathOf(_file.Path);

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Open_New_MakesASecretBesideTheFile()
    {
        await using var journal = _file.Open();

        var secrets = await journal.OpenAsync();

        var line = Assert.Single(await File.ReadAllLinesAsync(_file.Path + ".secret"));
        Assert.Equal($"1 {Convert.ToBase64String(secrets.Current.ToBytes())}", line);
        Assert.Equal(["journal.db.secret"], Directory.GetFiles(Path.GetDirectoryName(_file.Path)!, "*.secret*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task Open_ManyAtOnce_MakeOneSecret()
    {
        var journals = Enumerable.Range(0, 8).Select(_ => _file.Open()).ToList();

        var opening = journals.Select(journal => Task.Run(async () => await journal.OpenAsync()));
        var secrets = await Task.WhenAll(opening).WaitAsync(Patience.Long);

        Assert.Single(secrets.Select(given => given.Current.Fingerprint).Distinct());
        Assert.Single(await File.ReadAllLinesAsync(SecretPath));
        foreach (var journal in journals)
            await journal.DisposeAsync();
    }

    [Fact]
    public async Task Open_FileOfTheSecretGone_IsRefusedAndNoneIsMade()
    {
        await OpenAsync(One);
        File.Delete(SecretPath);
        await using var journal = _file.Open();

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.OpenAsync());

        Assert.Equal(
            $"The journal '{_file.Path}' is written with the secret '1', and '{SecretPath}' is not there. Bring it back from a backup.",
            exception.Message
        );
        Assert.False(File.Exists(SecretPath));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1 not-base64!")]
    [InlineData("1 c2hvcnQ=")]
    [InlineData("A AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public async Task Open_FileOfTheSecretDamaged_SaysWhatItHolds(string content)
    {
        await File.WriteAllTextAsync(SecretPath, content);
        await using var journal = _file.Open();

        var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.OpenAsync());

        Assert.StartsWith($"'{SecretPath}' does not hold the secrets of a journal", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Open_NewWhereTheMaskKeepsNobodyOut_FilesAreForTheirOwnerOnly()
    {
        Skip.If(OperatingSystem.IsWindows());
        await using var journal = _file.Open();
        var before = SetMask(0);
        try
        {
            await journal.OpenAsync();
            await journal.AppendAsync([Some.Entry()]);
        }
        finally
        {
            _ = SetMask(before);
        }

        foreach (var name in (string[])["journal.db", "journal.db-wal", "journal.db-shm", "journal.db.secret"])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(name));
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Open_FileThatIsThere_KeepsItsMode()
    {
        Skip.If(OperatingSystem.IsWindows());
        await using (var first = _file.Open())
            await first.OpenAsync();
        File.SetUnixFileMode(_file.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);
        await using var journal = _file.Open();

        await journal.AppendAsync([Some.Entry()]);

        foreach (var name in (string[])["journal.db", "journal.db-wal"])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite, ModeOf(name));
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Open_LinkThatLeadsNowhere_MakesTheFileThereForItsOwnerOnly()
    {
        Skip.If(OperatingSystem.IsWindows());
        File.CreateSymbolicLink(_file.Path, _file.Path + ".target");
        await using var journal = _file.Open();

        await journal.AppendAsync([Some.Entry()]);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf("journal.db.target"));
    }

    protected override IDurableJournal Open(params JournalSecret[] secrets)
    {
        if (secrets.Length > 0)
            File.WriteAllLines(SecretPath, secrets.Select(secret => $"{secret.Id} {Convert.ToBase64String(secret.ToBytes())}"));
        return _file.Open();
    }

    protected override async Task<IReadOnlyList<string>> KnownAsync()
    {
        await using var connection = await _file.ConnectAsync();
        return [.. await connection.QueryAsync<string>("SELECT id FROM journal_secrets ORDER BY place")];
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);

    [UnsupportedOSPlatform("windows")]
    private UnixFileMode ModeOf(string name) => File.GetUnixFileMode(Path.Combine(Path.GetDirectoryName(_file.Path)!, name));
}
