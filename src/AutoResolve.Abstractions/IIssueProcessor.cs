namespace AutoResolve;

/// <summary>
/// Decides issues and does what was decided, with everything in the journal. Safe for any number of threads, and of hosts on one journal.
/// </summary>
/// <remarks>
/// Turns of one case are handled one after the other. Deliver a turn until its <see cref="Disposition.Status"/> is not
/// <see cref="DispositionStatus.UnderWay"/>: what was not written before a crash is done
/// then, and what was is not done twice. All calls throw <see cref="ObjectDisposedException"/> once the host is gone.
/// </remarks>
public interface IIssueProcessor
{
    /// <summary>Begins a case, or brings the whole state of one: decides it, writes the decision down, and carries it out.</summary>
    /// <remarks>The same content again is the same delivery, and takes up what was decided before; other content is a new turn.</remarks>
    /// <param name="issue">The issue with its turns.</param>
    /// <param name="cancellationToken">Ends the wait. Before the decision is written nothing is done; after that the work is finished all
    /// the same, and the same delivery tells how it ended.</param>
    /// <returns>What became of it. Whatever goes wrong is an escalation, not an exception.</returns>
    /// <exception cref="ArgumentException">The id of the issue or of a turn is blank or longer than <see cref="Issue.MaxIdLength"/>, a
    /// turn's id stands twice, or there are more than <see cref="Issue.MaxTurns"/> turns.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    ValueTask<Disposition> ProcessAsync(Issue issue, CancellationToken cancellationToken = default);

    /// <summary>Adds one turn to a case that the journal knows, decides, and carries the decision out.</summary>
    /// <remarks>What came before is read from the journal, in which personal data is masked. A turn that comes before its case waits for
    /// it, and goes to a person where it does not come in time.</remarks>
    /// <param name="reference">The case.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Ends the wait. Before the decision is written nothing is done; after that the work is finished all
    /// the same.</param>
    /// <returns>What became of it. Whatever goes wrong is an escalation, not an exception.</returns>
    /// <exception cref="ArgumentException">The id of the issue or of the turn is blank or longer than <see cref="Issue.MaxIdLength"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    ValueTask<Disposition> ContinueAsync(CaseReference reference, Turn turn, CancellationToken cancellationToken = default);

    /// <summary>Gives an issue to a person without having rules read it: what a queue delivered and could not be processed.</summary>
    /// <remarks>It is written down and carried out as a decision is: the same content again is the same delivery.</remarks>
    /// <param name="issue">The issue, as far as it is known.</param>
    /// <param name="because">Why, in a sentence for staff, without anything that a person wrote.</param>
    /// <param name="cancellationToken">Ends the wait. Before it is written nothing is done; after that the work is finished all the
    /// same.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">As with <see cref="ProcessAsync"/>; or no reason is given.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    ValueTask<Disposition> EscalateAsync(Issue issue, string because, CancellationToken cancellationToken = default);

    /// <summary>Gives a turn to a person without having rules read it, also where its case is not known: the case begins with it, and
    /// whoever has it gets what comes later.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="because">Why, in a sentence for staff, without anything that a person wrote.</param>
    /// <param name="cancellationToken">Ends the wait. Before it is written nothing is done; after that the work is finished all the
    /// same.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">As with <see cref="ContinueAsync"/>; or no reason is given.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    ValueTask<Disposition> EscalateTurnAsync(
        CaseReference reference,
        Turn turn,
        string because,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Takes note of what happened to a case outside of automation: it was closed, reassigned, merged, a message came back.
    /// </summary>
    /// <param name="reference">The case.</param>
    /// <param name="happened">What happened. The same event again is a duplicate.</param>
    /// <param name="cancellationToken">Ends the wait. Once it is written the work is finished all the same.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">An id is blank or too long, the case is not known, or what the kind needs is
    /// missing.</exception>
    /// <exception cref="TimeoutException">The case was worked on all the time that a delivery may wait. Try again.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    /// <exception cref="Exception">A <c>JournalException</c>: the journal cannot be used; nothing was done.</exception>
    ValueTask<Disposition> ReportAsync(CaseReference reference, CaseEvent happened, CancellationToken cancellationToken = default);

    /// <summary>Approves an action that waits for it, and carries it and those behind it out.</summary>
    /// <param name="issue">The issue, as it was delivered.</param>
    /// <param name="actionKey">The action's <see cref="ActionReport.Key"/>.</param>
    /// <param name="by">Who approves: an id, not a name.</param>
    /// <param name="cancellationToken">Ends the wait. Once the approval is written the work is finished all the same.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentException">No action with that key waits for approval: it never did, was approved before, has expired, a
    /// later turn was decided since, or the rules plan it no more.</exception>
    /// <exception cref="TimeoutException">The case was worked on all the time that a delivery may wait. Try again.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    /// <exception cref="Exception">A <c>JournalException</c>: the journal cannot be used; nothing was done.</exception>
    ValueTask<Disposition> ApproveAsync(Issue issue, string actionKey, string by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes up what no host works on any more, and what is due: cases whose host is gone, turns whose case did not come, answers that did
    /// not come in time. Idempotent actions are run
    /// again with the same key, all else goes to a person.
    /// </summary>
    /// <remarks>A host does so when it starts and from then on; without one, call it from time to time.</remarks>
    /// <param name="cancellationToken">Stops; what is left is taken up the next time.</param>
    /// <returns>How many cases were taken up.</returns>
    /// <exception cref="Exception">A <c>JournalException </c>: the journal cannot be used; what was not taken up is taken up the next
    /// time.</exception>
    ValueTask<int> RecoverAsync(CancellationToken cancellationToken = default);
}
