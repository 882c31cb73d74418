using System.Runtime.CompilerServices;
using AutoResolve.Sources.Watching;
using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources;

/// <summary>The rule files of a folder and its sub-folders.</summary>
/// <param name="folder">The folder.</param>
/// <param name="listen">Listens for changes; null where they are only looked for.</param>
internal sealed class FolderRuleSource(string folder, DiskListening? listen) : IRuleSource
{
    public string Name => folder;

    /// <exception cref="MissingFolderException">It is not there.</exception>
    public async IAsyncEnumerable<RuleSourceFile> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        if (!Directory.Exists(folder))
            throw new MissingFolderException(folder);
        foreach (var entry in RuleFolder.Entries(folder).Where(entry => !entry.IsFolder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.IsLookalike)
                yield return RuleSourceFile.Lookalike(entry.Name);
            else if (entry.Problem is { } problem)
                yield return RuleSourceFile.Unreadable(entry.Name, problem);
            else
                yield return new RuleSourceFile(entry.Name, _ => new ValueTask<Stream>(DiskFile.OpenRead(entry.Path)));
        }
    }

    public IChangeToken Watch() => new DiskToken(DiskTarget.OfFolder(folder), listen);
}
