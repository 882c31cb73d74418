using System.Runtime.CompilerServices;
using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources;

/// <summary>The rule files of a folder as they are in a revision of the git repository around it.</summary>
internal sealed class GitRuleSource(string folder, string revision) : IRuleSource
{
    private const string IsSubmodule = "it is a submodule, whose files this repository does not hold; put the files here";

    // Where a link leads is a path.
    private const int MaxLinkLength = 4096;

    // No more than looking up a name.
    private static readonly TimeSpan LookUpLimit = TimeSpan.FromSeconds(20);

    public string Name => $"{folder} at {revision}";

    /// <exception cref="GitException">There is no such revision, or git cannot be used.</exception>
    public async IAsyncEnumerable<RuleSourceFile> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var commit = Commit(cancellationToken);
        using var objects = new GitObjects(folder, cancellationToken);
        var links = new Lazy<Func<string, GitEntry?>>(() => Links(commit, objects, cancellationToken));
        foreach (var entry in GitEntry.Parse(Git.Run(folder, cancellationToken, "ls-tree", "-r", "-z", commit, ".")))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (isFile, isFolder) = (RulePaths.IsRuleFile(entry.Path), Array.TrueForAll(entry.Path.Split('/'), RulePaths.HasRules));
            if (entry.IsSubmodule)
            {
                if (isFolder)
                    yield return RuleSourceFile.Unreadable(entry.Path, IsSubmodule);
            }
            else if (!entry.IsLink)
            {
                if (isFile)
                    yield return FileOf(entry.Path, entry, objects);
                else if (RulePaths.IsLookalike(entry.Path))
                    yield return RuleSourceFile.Lookalike(entry.Path);
            }
            else if (isFile || isFolder)
            {
                var reached = links.Value(entry.Path);
                if (reached is { IsFolder: true } ? isFolder : isFile)
                    yield return OfLink(entry.Path, reached, objects);
            }
        }
    }

    public IChangeToken Watch() => new Token(this, Commit());

    private static RuleSourceFile OfLink(string path, GitEntry? reached, GitObjects objects) =>
        reached switch
        {
            null => RuleSourceFile.Unreadable(path, "it is a link that leads nowhere, or out of the repository"),
            { IsFolder: true } => RuleSourceFile.Unreadable(path, RuleFolder.IsLink),
            _ => FileOf(path, reached, objects),
        };

    private static RuleSourceFile FileOf(string path, GitEntry entry, GitObjects objects) =>
        new(path, _ => new ValueTask<Stream>(objects.Open(entry.Hash)));

    // Git itself would follow a link only where it is asked by path, and a path may hold what ends the question.
    private Func<string, GitEntry?> Links(string commit, GitObjects objects, CancellationToken cancellationToken)
    {
        var prefix = Git.Run(folder, cancellationToken, "rev-parse", "--show-prefix").TrimEnd('\n');
        var all = Git.Run(folder, cancellationToken, "ls-tree", "-r", "-z", "--full-tree", commit);
        var links = new GitLinks([.. GitEntry.Parse(all)], hash => Target(objects, hash));
        return path => links.Follow(prefix + path);
    }

    private static string? Target(GitObjects objects, string hash)
    {
        using var content = objects.Open(hash);
        if (content.Length > MaxLinkLength)
            return null;
        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }

    private string Commit()
    {
        using var limit = new CancellationTokenSource(LookUpLimit, TimeProvider.System);
        try
        {
            return Commit(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new GitException($"git did not say within {LookUpLimit.TotalSeconds} seconds what '{revision}' is.");
        }
    }

    private string Commit(CancellationToken cancellationToken)
    {
        // What begins with a dash would be an option of git.
        string[] find = ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"];
        if (!revision.StartsWith('-') && Git.TryRun(folder, out var commit, cancellationToken, find))
            return commit.Trim();
        throw new GitException(
            Git.TryRun(folder, out _, cancellationToken, "rev-parse", "--git-dir")
                ? $"'{revision}' is no revision of the git repository around '{folder}'."
                : $"There is no git repository around '{folder}', or git may not use it: name a folder of one."
        );
    }

    private sealed class Token(GitRuleSource source, string commit) : IChangeToken
    {
        public bool HasChanged => source.Commit() != commit;

        public bool ActiveChangeCallbacks => false;

        public IDisposable RegisterChangeCallback(Action<object?> callback, object? state) => throw new NotSupportedException();
    }
}
