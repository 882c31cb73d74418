namespace AutoResolve;

/// <summary>Decides issues by the rulebook in force. Safe for any number of threads.</summary>
public interface IIssueResolver
{
    /// <summary>Decides one issue.</summary>
    /// <param name="issue">The issue. Any text of any length is safe; beyond the limit it is cut, and the resolution remarks on it.</param>
    /// <param name="cancellationToken">Ends waiting for facts.</param>
    /// <returns>The decision. Anything unexpected is an escalation, not an exception.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    ValueTask<Resolution> ResolveAsync(Issue issue, CancellationToken cancellationToken = default);

    /// <summary>Decides many issues, each with the rulebook in force when its turn comes, in their order.</summary>
    IAsyncEnumerable<Resolution> ResolveAllAsync(IAsyncEnumerable<Issue> issues, CancellationToken cancellationToken = default);
}
