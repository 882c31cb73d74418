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
        Assert.Equal(Rulebook.RevisionOf(folder), Rulebook.RevisionOf(revision));
        Assert.Empty(_problems);
    }

    [Fact]
    public async Task Read_RevisionAfterAChange_IsAsItWas()
    {
        var before = Rulebook.RevisionOf(await ReadAsync(RuleSource.Folder(Rules)));
        Write("rules/a/a.json", "changed");

        Assert.Equal(before, Rulebook.RevisionOf(await ReadAsync(RuleSource.GitRevision(Rules, "main"))));
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
            Assert.Single(_problems).Message);
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

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _root.FullName })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
