using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources;

/// <summary>Files that are there, and stay as they are.</summary>
internal sealed class MemoryRuleSource(string name, IReadOnlyList<RuleSourceFile> files, string hint = "") : IRuleSource
{
    public string Name => name;

    /// <summary>What to say besides where there are no files.</summary>
    public string Hint => hint;

    public IAsyncEnumerable<RuleSourceFile> ReadAsync(CancellationToken cancellationToken) => files.ToAsyncEnumerable();

    // A token that calls back, and never does: nothing is to be asked for.
    public IChangeToken Watch() => new CancellationChangeToken(CancellationToken.None);
}
