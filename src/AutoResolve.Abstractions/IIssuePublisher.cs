namespace AutoResolve;

/// <summary>Puts issues where workers take them from, such as a queue. Safe for any number of threads.</summary>
/// <remarks>A call that returns has handed it over for good: it is kept although the sender ends. One that throws may have handed it over
/// all the same; publish it again, for what comes twice is done once.</remarks>
public interface IIssuePublisher
{
    /// <summary>Publishes an issue that begins a case, or the whole of one: the issue with all its turns.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="cancellationToken">Ends the wait. It may be published all the same.</param>
    /// <exception cref="Exception">It is not known to be published; the message says why.</exception>
    ValueTask PublishAsync(Issue issue, CancellationToken cancellationToken = default);

    /// <summary>Publishes one more turn of a case. It may overtake its case, for which it then waits.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Ends the wait. It may be published all the same.</param>
    /// <exception cref="Exception">It is not known to be published; the message says why.</exception>
    ValueTask PublishTurnAsync(CaseReference reference, Turn turn, CancellationToken cancellationToken = default);

    /// <summary>Publishes what happened to a case outside of automation.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="cancellationToken">Ends the wait. It may be published all the same.</param>
    /// <exception cref="Exception">It is not known to be published; the message says why.</exception>
    ValueTask PublishEventAsync(CaseReference reference, CaseEvent happened, CancellationToken cancellationToken = default);
}
