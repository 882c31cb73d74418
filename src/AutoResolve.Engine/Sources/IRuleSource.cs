using Microsoft.Extensions.Primitives;

namespace AutoResolve.Sources;

/// <summary>Where rule files come from: a folder, memory, an assembly, a git revision (<see cref="RuleSource"/>), or a store of your
/// own.</summary>
public interface IRuleSource
{
    /// <summary>What messages call it: the path of a folder, <c>table rules of the desk</c>. No secrets.</summary>
    string Name { get; }

    /// <summary>Reads all rule files as they are now. It is called at start and after each change, one call at a time.</summary>
    /// <remarks>What it throws is told as an error of the rules. So is what takes longer than <see cref="RulebookOptions.SourceTimeout"/>,
    /// a path that comes twice, and one that is not that of a rule file (<see cref="RuleSourceFile.IsRuleFile"/>), and what has more than
    /// 20,000 files or 256 MiB.</remarks>
    /// <param name="cancellationToken">Signalled when nobody waits for the files any more.</param>
    /// <returns>The files, in any order.</returns>
    IAsyncEnumerable<RuleSourceFile> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Begins to watch for a change, which ends with the first one. Called before each reading.</summary>
    /// <remarks>Each token is asked whether it has changed (<see cref="IChangeToken.HasChanged"/>) every
    /// <c>AutoResolveOptions.PollInterval</c>, one that calls back too: where a call may be lost, answer from what is cheap to look at,
    /// such
    /// as a number of the version. Where the token is <see cref="IDisposable"/>, it is disposed of when it is no longer needed. Where this
    /// or the token throws, or has not returned after <see cref="RulebookOptions.SourceTimeout"/>, the source is read anew as often until
    /// that is over, and the health check says so.</remarks>
    /// <returns>The token; null where the source cannot tell, and is read anew every
    /// <c>AutoResolveOptions.PollInterval</c>.</returns>
    IChangeToken? Watch() => null;
}
