using System.Diagnostics;
using AutoResolve.Json.Reading;
using AutoResolve.Rules;
using AutoResolve.Sources;
using AutoResolve.Tests.Journals;

namespace AutoResolve.Tests.Sources;

public sealed class FolderRuleSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("autoresolve-");
    private readonly List<Diagnostic> _diagnostics = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Read_FolderWithSubfolders_GivesRuleFilesInOrdinalOrder()
    {
        string[] rules = ["b.json", "a/z.JSON", "B.json", "a.json", "Samples/s.json"];
        string[] others = ["samples/s.json", "a/docs/d.json", ".git/g.json", ".a.json", "autoresolve.schema.json", "notes.txt"];
        foreach (var path in rules.Concat(others))
            Write(path, "{}"u8);

        Assert.Equal(["B.json", "Samples/s.json", "a.json", "a/z.JSON", "b.json"], (await ReadAsync()).Select(file => file.Path));
        Assert.Empty(_diagnostics);
    }

    [Theory]
    [InlineData("b.jsonc", true)]
    [InlineData("b.JSON5", true)]
    [InlineData("a/b.json.txt", true)]
    [InlineData("a/b.yaml", true)]
    [InlineData("docs/b.jsonc", false)]
    [InlineData(".b.jsonc", false)]
    [InlineData("b.txt", false)]
    [InlineData("b.json~", false)]
    public async Task Read_FileThatLooksLikeARuleFile_IsToldAndNotRead(string path, bool isTold)
    {
        Write("a.json", "{}"u8);
        Write(path, "{}"u8);

        Assert.Equal("a.json", Assert.Single(await ReadAsync()).Path);
        Assert.Equal(
            isTold ? [(path, ReadingCodes.Lookalike, DiagnosticSeverity.Warning)] : [],
            _diagnostics.Select(diagnostic => (diagnostic.File, diagnostic.Code, diagnostic.Severity))
        );
    }

    [Fact]
    public async Task Read_NothingButWhatLooksLikeRuleFiles_IsAFolderWithoutRules()
    {
        Write("a.jsonc", "{}"u8);

        Assert.Empty(await ReadAsync());
        Assert.Contains(ReadingCodes.NoFiles, _diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public async Task Read_MissingFolder_SaysSo()
    {
        Assert.Empty(await ReadAsync("gone"));
        Assert.Equal(ReadingCodes.MissingFolder, _diagnostics.Single().Code);
    }

    [Fact]
    public async Task Read_FolderThatIsAFile_SaysSo()
    {
        Write("rules", "{}"u8);

        Assert.Empty(await ReadAsync("rules"));
        Assert.Equal(ReadingCodes.MissingFolder, _diagnostics.Single().Code);
    }

    [Fact]
    public async Task Read_EmptyFolder_SaysSo()
    {
        Assert.Empty(await ReadAsync());
        Assert.Equal(ReadingCodes.NoFiles, _diagnostics.Single().Code);
    }

    [Fact]
    public async Task Read_OneFileTooLarge_StillReadsTheOthers()
    {
        Write("big.json", new byte[101]);
        Write("fit.json", new byte[100]);

        Assert.Equal(["fit.json"], (await ReadAsync()).Select(file => file.Path));
        Assert.Equal(
            "big.json:1:1 AR1004 This file has 101 bytes; at most 100 are read. Split the set into several files.",
            _diagnostics.Single().ToString()
        );
    }

    [Fact]
    public async Task Read_BrokenLinks_SaysSoAndReadsTheOthers()
    {
        Write("a.json", "{}"u8);
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "lost.json"), "nowhere.json");
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "round"), _folder.FullName);

        Assert.Equal(["a.json"], (await ReadAsync()).Select(file => file.Path));
        var unreadable = _diagnostics.Where(diagnostic => diagnostic.Code == ReadingCodes.Unreadable);
        Assert.Equal(["lost.json", "round"], unreadable.Select(diagnostic => diagnostic.File).Order());
    }

    [Fact]
    public async Task Read_PipeThatNobodyWrites_IsNotWaitedFor()
    {
        Write("a.json", "{}"u8);
        using var mkfifo = Process.Start("mkfifo", Path.Combine(_folder.FullName, "x.json"));
        await mkfifo.WaitForExitAsync();
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "y.json"), "x.json");

        var files = await ReadAsync();

        Assert.Equal(["a.json", "x.json", "y.json"], files.Select(file => file.Path));
        Assert.All(files.Skip(1), file => Assert.True(file.Content.IsEmpty));
    }

    [Theory]
    [InlineData("a/b.json", true)]
    [InlineData("a/B.JSON", true)]
    [InlineData("docs.json", true)]
    [InlineData("a/.b.json", false)]
    [InlineData("docs/b.json", false)]
    [InlineData("a/samples/b.json", false)]
    [InlineData("../b.json", false)]
    [InlineData("/b.json", false)]
    [InlineData("a\\b.json", false)]
    [InlineData("a//b.json", false)]
    [InlineData("b.txt", false)]
    [InlineData("", false)]
    public void IsRuleFile_Path_CountsOrNot(string path, bool counts) => Assert.Equal(counts, RuleSourceFile.IsRuleFile(path));

    [Theory]
    [InlineData("a/b.json", true)]
    [InlineData("a", true)]
    [InlineData("..data", true)]
    [InlineData("docs/b.json", false)]
    [InlineData("b.json.swp", false)]
    [InlineData(".git/index", false)]
    [InlineData("docs", false)]
    public void MayMatter_Change_IsHeardOrNot(string path, bool matters) => Assert.Equal(matters, RulePaths.MayMatter(path));

    [Fact]
    public async Task Watch_FolderMovedAway_IsAChange()
    {
        Write("a/b.json", "{}"u8);
        var token = RuleSource.Folder(_folder.FullName).Watch()!;
        using var disposing = (IDisposable)token;
        var changed = new TaskCompletionSource();
        using var registration = token.RegisterChangeCallback(_ => changed.SetResult(), null);

        Directory.Move(Path.Combine(_folder.FullName, "a"), Path.Combine(_folder.FullName, ".a"));

        await changed.Task.WaitAsync(Patience.Long);
        Assert.True(token.HasChanged);
    }

    private Task<IReadOnlyList<RuleFile>> ReadAsync(string folder = "") =>
        new RuleSourceReader(RuleSource.Folder(Path.Combine(_folder.FullName, folder)), TimeProvider.System).ReadAsync(
            100,
            TimeSpan.FromMinutes(1),
            _diagnostics,
            CancellationToken.None
        );

    private void Write(string path, ReadOnlySpan<byte> content)
    {
        var target = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, content);
    }
}
