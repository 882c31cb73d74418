using System.Diagnostics;
using System.Text;
using AutoResolve.Rules;
using AutoResolve.Sources;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Sources;

public sealed class GitRuleSourceTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("autoresolve-");
    private readonly List<Diagnostic> _problems = [];

    public GitRuleSourceTests()
    {
        Git("init", "-q", "-b", "main");
        Write("rules/a/a.json", "a");
        Write("rules/Samples/b.json", "b");
        Write("rules/samples/s.json", "s");
        Write("rules/.hidden/h.json", "h");
        Write("rules/é ü.json", "c");
        Write("other/o.json", "o");
        File.WriteAllText(Path.Combine(_root.FullName, "rules", "notes.txt"), "notes");
        File.CreateSymbolicLink(Path.Combine(_root.FullName, "rules", "link.json"), "../other/o.json");
        Commit();
    }

    private string Rules => Path.Combine(_root.FullName, "rules");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Read_Revision_GivesWhatTheFolderGives()
    {
        var folder = await ReadAsync(RuleSource.Folder(Rules));
        var revision = await ReadAsync(RuleSource.GitRevision(Rules, "HEAD"));

        Assert.Equal(["Samples/b.json", "a/a.json", "link.json", "é ü.json"], revision.Select(file => file.Path));
        Assert.Equal(folder.Select(file => file.Path), revision.Select(file => file.Path));
        Assert.Equal(RuleFileSet.RevisionOf(folder), RuleFileSet.RevisionOf(revision));
        Assert.Empty(_problems);
    }

    [Fact]
    public async Task Read_RevisionAfterAChange_IsAsItWas()
    {
        var before = RuleFileSet.RevisionOf(await ReadAsync(RuleSource.Folder(Rules)));
        Write("rules/a/a.json", "changed");

        Assert.Equal(before, RuleFileSet.RevisionOf(await ReadAsync(RuleSource.GitRevision(Rules, "main"))));
    }

    [Fact]
    public async Task Read_LinksThatTheFolderReports_AreReportedAlike()
    {
        Directory.CreateSymbolicLink(Path.Combine(Rules, "round"), "a");
        File.CreateSymbolicLink(Path.Combine(Rules, "lost.json"), "nowhere.json");
        Commit();
        await ReadAsync(RuleSource.Folder(Rules));
        var ofFolder = _problems.Select(problem => (problem.File, problem.Code)).Order().ToList();
        _problems.Clear();

        await ReadAsync(RuleSource.GitRevision(Rules, "HEAD"));

        Assert.Equal(ofFolder, _problems.Select(problem => (problem.File, problem.Code)).Order());
        Assert.Equal(["lost.json", "round"], ofFolder.Select(problem => problem.File));
    }

    [Fact]
    public async Task Read_LinkWhoseNameHoldsALineEnd_ChangesNothingElse()
    {
        Write("rules/docs/x.json", "x");
        Commit();
        File.CreateSymbolicLink(Path.Combine(Rules, $"a\n{Output("rev-parse", "HEAD:rules/docs/x.json")}"), "nowhere");
        Commit();

        var files = await ReadAsync(RuleSource.GitRevision(Rules, "HEAD"));

        Assert.Equal(RuleFileSet.RevisionOf(await ReadAsync(RuleSource.Folder(Rules))), RuleFileSet.RevisionOf(files));
        Assert.Equal(4, files.Count);
        Assert.Empty(_problems);
    }

    [Fact]
    public async Task Read_LinksThroughLinks_AreFollowedAsInTheFolder()
    {
        Directory.CreateSymbolicLink(Path.Combine(_root.FullName, "current"), "./other");
        File.CreateSymbolicLink(Path.Combine(Rules, "far.json"), "a/../../current/./o.json");
        File.CreateSymbolicLink(Path.Combine(Rules, "circle.json"), "circle.json");
        File.CreateSymbolicLink(Path.Combine(Rules, "out.json"), "../../out.json");
        File.CreateSymbolicLink(Path.Combine(Rules, "inside.json"), "a/a.json/a.json");
        Commit();

        var files = await ReadAsync(RuleSource.GitRevision(Rules, "HEAD"));
        var unreadable = _problems.Select(problem => problem.File).Order(StringComparer.Ordinal).ToList();
        _problems.Clear();

        Assert.Equal(RuleFileSet.RevisionOf(await ReadAsync(RuleSource.Folder(Rules))), RuleFileSet.RevisionOf(files));
        Assert.Contains("far.json", files.Select(file => file.Path));
        Assert.Equal(["circle.json", "inside.json", "out.json"], unreadable);
        Assert.Equal(unreadable, _problems.Select(problem => problem.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Read_Submodule_IsAnError()
    {
        Git("update-index", "--add", "--cacheinfo", $"160000,{Output("rev-parse", "HEAD")},rules/shared");
        Git("update-index", "--add", "--cacheinfo", $"160000,{Output("rev-parse", "HEAD")},rules/docs/shared");
        Git("-c", "user.name=Some", "-c", "user.email=some@example.org", "commit", "-q", "-m", "Some");

        Assert.Equal(4, (await ReadAsync(RuleSource.GitRevision(Rules, "HEAD"))).Count);

        Assert.Equal(
            "shared:1:1 AR1003 This cannot be read: it is a submodule, whose files this repository does not hold; put the files here.",
            Assert.Single(_problems).ToString()
        );
    }

    [Fact]
    public async Task Read_FileThatGitDoesNotHave_IsAnErrorAndTheOthersAreRead()
    {
        var hash = Output("rev-parse", "HEAD:rules/a/a.json");
        File.Delete(Path.Combine(_root.FullName, ".git", "objects", hash[..2], hash[2..]));

        Assert.Equal(3, (await ReadAsync(RuleSource.GitRevision(Rules, "HEAD"))).Count);

        var problem = Assert.Single(_problems);
        Assert.Equal(("a/a.json", "AR1003"), (problem.File, problem.Code));
        Assert.Contains($"git does not have the object {hash}", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FileTooLarge_IsAnErrorWithItsSizeAndTheOthersAreRead()
    {
        File.WriteAllText(Path.Combine(Rules, "a", "big.json"), new string(' ', 1_234_567));
        Commit();

        Assert.Equal(4, (await ReadAsync(RuleSource.GitRevision(Rules, "HEAD"))).Count);

        Assert.Equal(
            "a/big.json:1:1 AR1004 This file has 1,234,567 bytes; at most 1,000,000 are read. Split the set into several files.",
            Assert.Single(_problems).ToString()
        );
    }

    [Fact]
    public async Task Read_FilesOpenedLater_AreRead()
    {
        var files = await RuleSource.GitRevision(Rules, "HEAD").ReadAsync(CancellationToken.None).ToListAsync();

        Assert.Equal(4, (await ReadAsync(RuleSource.Memory(files))).Count);
    }

    [Theory]
    [InlineData("no-such-thing")]
    [InlineData("--output=x")]
    public async Task Read_NoSuchRevision_SaysSo(string revision)
    {
        Assert.Empty(await ReadAsync(RuleSource.GitRevision(Rules, revision)));

        var problem = Assert.Single(_problems);
        Assert.Equal("AR1034", problem.Code);
        Assert.Contains($"'{revision}' is no revision of the git repository around '{Rules}'.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FolderOutsideAnyRepository_SaysSo()
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-");
        await ReadAsync(RuleSource.GitRevision(folder.FullName, "main"));
        folder.Delete();

        Assert.Equal(
            $"The rules cannot be read from '{folder.FullName} at main': There is no git repository around '{folder.FullName}', "
                + "or git may not use it: name a folder of one.",
            Assert.Single(_problems).Message
        );
    }

    [Fact]
    public void Watch_BranchMoves_IsAChange()
    {
        var token = RuleSource.GitRevision(Rules, "main").Watch()!;
        Assert.False(token.HasChanged);
        Write("rules/a/a.json", "changed");

        Commit();

        Assert.True(token.HasChanged);
    }

    private Task<IReadOnlyList<RuleFile>> ReadAsync(IRuleSource source) =>
        new RuleSourceReader(source, TimeProvider.System).ReadAsync(1_000_000, TimeSpan.FromMinutes(1), _problems, CancellationToken.None);

    private void Write(string path, string set)
    {
        var file = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, Encoding.UTF8.GetString(SomeRules.Set(set, "", SomeRules.Rule(set)).Content.Span));
    }

    private void Commit()
    {
        Git("add", "-A");
        Git("-c", "user.name=Some", "-c", "user.email=some@example.org", "commit", "-q", "-m", "Some");
    }

    private void Git(params string[] arguments) => Output(arguments);

    private string Output(params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", arguments) { WorkingDirectory = _root.FullName, RedirectStandardOutput = true }
        )!;
        var output = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
