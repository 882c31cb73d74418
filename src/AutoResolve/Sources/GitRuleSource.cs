using System.Runtime.CompilerServices;
using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources;

/// <summary>The rule files of a folder as they are in a revision of the git repository around it.</summary>
internal sealed class GitRuleSource(string folder, string revision) : IRuleSource
{
    private const string Link = "120000";

    public string Name => $"{folder} at {revision}";

    /// <exception cref="GitException">There is no such revision, or git cannot be used.</exception>
    public async IAsyncEnumerable<RuleSourceFile> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var commit = Commit();
        var prefix = Git.Run(folder, "rev-parse", "--show-prefix").Trim();
        using var objects = new GitObjects(folder);
        foreach (var (mode, hash, path) in Entries(commit))
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Git follows a link where it is asked for by its path, not by its hash.
            if (mode == Link)
            {
                var (kind, content) = objects.Read($"{commit}:{prefix}{path}");
                if (kind == "tree" ? IsFolderOfRules(path) : RulePaths.IsRuleFile(path))
                    yield return OfLink(path, kind, content);
            }
            else if (RulePaths.IsRuleFile(path))
            {
                yield return new RuleSourceFile(path, objects.Read(hash).Content);
            }
        }
    }

    public IChangeToken Watch() => new Token(this, Commit());

    private static bool IsFolderOfRules(string path) => Array.TrueForAll(path.Split('/'), RulePaths.HasRules);

    private static RuleSourceFile OfLink(string path, string kind, byte[] content) => kind switch
    {
        "blob" => new RuleSourceFile(path, content),
        "tree" => RuleSourceFile.Unreadable(path, FolderRuleSource.IsLink),
        _ => RuleSourceFile.Unreadable(path, "it is a link that leads nowhere, or out of the repository"),
    };

    private List<(string Mode, string Hash, string Path)> Entries(string commit)
    {
        List<(string Mode, string Hash, string Path)> entries = [];
        foreach (var line in Git.Run(folder, "ls-tree", "-r", "-z", commit, ".").Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var head = line[..tab].Split(' ');
            if (head[1] == "blob")
                entries.Add((head[0], head[2], line[(tab + 1)..]));
        }

        return entries;
    }

    private string Commit()
    {
        // What begins with a dash would be an option of git.
        string[] find = ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"];
        if (!revision.StartsWith('-') && Git.TryRun(folder, out var commit, find))
            return commit.Trim();
        throw new GitException(Git.TryRun(folder, out _, "rev-parse", "--git-dir")
            ? $"'{revision}' is no revision of the git repository around '{folder}'."
            : $"There is no git repository around '{folder}', or git may not use it: name a folder of one.");
    }

    private sealed class Token(GitRuleSource source, string commit) : IChangeToken
    {
        public bool HasChanged => source.Commit() != commit;

        public bool ActiveChangeCallbacks => false;

        public IDisposable RegisterChangeCallback(Action<object?> callback, object? state) => throw new NotSupportedException();
    }
}
