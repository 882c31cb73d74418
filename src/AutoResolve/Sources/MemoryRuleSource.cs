using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources;

/// <summary>Files that are there, and stay as they are.</summary>
internal sealed class MemoryRuleSource(string name, IReadOnlyList<RuleSourceFile> files) : IRuleSource
{
    public string Name => name;

    public IAsyncEnumerable<RuleSourceFile> ReadAsync(CancellationToken cancellationToken) => files.ToAsyncEnumerable();

    // A token that calls back, and never does: nothing is to be asked for.
    public IChangeToken Watch() => new CancellationChangeToken(CancellationToken.None);
}
