namespace AutoResolve;

/// <summary>Decides issues and does what was decided, with everything in the journal. Safe for any number of threads.</summary>
public interface IIssueProcessor
{
    /// <summary>Decides an issue, writes the decision down, and carries out its actions.</summary>
    /// <remarks>Deliver an issue until this has returned: what was not written before a crash is done then, and what was is not done twice.</remarks>
    /// <param name="issue">The issue.</param>
    /// <param name="cancellationToken">Stops what is running; what was begun is then in doubt.</param>
    /// <returns>What became of it. Whatever goes wrong is an escalation, not an exception.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    ValueTask<Disposition> ProcessAsync(Issue issue, CancellationToken cancellationToken = default);

    /// <summary>Approves an action that waits for it, and carries it and those behind it out.</summary>
    /// <param name="issue">The issue, as it was delivered.</param>
    /// <param name="actionKey">The action's <see cref="ActionReport.Key"/>.</param>
    /// <param name="by">Who approves: an id, not a name.</param>
    /// <param name="cancellationToken">Stops what is running; what was begun is then in doubt.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">No action with that key waits for approval, or the rules plan it no more.</exception>
    ValueTask<Disposition> ApproveAsync(Issue issue, string actionKey, string by, CancellationToken cancellationToken = default);

    /// <summary>Takes up what a crash left unfinished: idempotent actions are run again with the same key, all else goes to a person. A host does so when it starts; without one, call it before the first issue.</summary>
    /// <param name="cancellationToken">Stops; what is left is taken up the next time.</param>
    /// <returns>How many decisions were taken up.</returns>
    ValueTask<int> RecoverAsync(CancellationToken cancellationToken = default);
}
