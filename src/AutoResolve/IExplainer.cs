namespace AutoResolve;

/// <summary>Says why issues are decided as they are. Safe for any number of threads.</summary>
public interface IExplainer
{
    /// <summary>
    /// Decides one issue as <see cref="IIssueResolver.ResolveAsync"/> does, looking up the same facts, and explains the decision. It takes
    /// about five times as long as deciding, however many rules there are.
    /// </summary>
    /// <param name="issue">The issue.</param>
    /// <param name="cancellationToken">Ends waiting for facts.</param>
    /// <returns>The decision and why. Where something unexpected happened, nothing but the decision, which is an escalation.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    ValueTask<Explanation> ExplainAsync(Issue issue, CancellationToken cancellationToken = default);
}
