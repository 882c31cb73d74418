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

    /// <summary>Decides many issues on several threads, each with the rulebook in force when its turn comes.</summary>
    /// <param name="issues">The issues. They are read only a little ahead of what the caller takes, so a stream may be endless.</param>
    /// <param name="options">How many at once, and in which order; default: <see cref="ResolveAllOptions"/> as it is.</param>
    /// <param name="cancellationToken">Ends reading, waiting for facts, and the stream.</param>
    /// <returns>A resolution for each issue. Where reading <paramref name="issues"/> fails, the resolutions of those read before come
    /// first, then the exception.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    /// <exception cref="InvalidOperationException">There is a null among the issues.</exception>
    IAsyncEnumerable<Resolution> ResolveAllAsync(
        IAsyncEnumerable<Issue> issues,
        ResolveAllOptions? options = null,
        CancellationToken cancellationToken = default
    );
}
