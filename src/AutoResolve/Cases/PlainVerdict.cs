using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>
/// Decides what needs no rules: that nobody has answered in time, that a message came back. It is written down and carried out as what
/// rules decide is.
/// </summary>
internal sealed class PlainVerdict(
    CaseReader reader,
    CaseWork work,
    WorkInFlight inFlight,
    DecisionRecorder decisions,
    TimeProvider timeProvider
)
{
    /// <param name="session">The case, in which nothing was written yet.</param>
    /// <param name="record">The case as it was read.</param>
    /// <param name="key">Identifies the verdict, as a turn is identified.</param>
    /// <param name="last">The last decision; null where it cannot be read.</param>
    /// <param name="resolution">The verdict.</param>
    /// <param name="keys">The journal's keys.</param>
    /// <exception cref="CaseLostException">The case has changed since it was read; nothing was written.</exception>
    /// <exception cref="JournalException">It cannot be written; nothing was done.</exception>
    public async Task<Disposition> CarryOutAsync(
        CaseSession session,
        CaseRecord record,
        string key,
        (JournalEntry Entry, DecisionContent Content)? last,
        Resolution resolution,
        CaseKeyring keys
    )
    {
        var delivery = Delivery.Of(record.Reference, [new DeliveredTurn(null, key, () => [key])]);
        var known = new KnownCase
        {
            Record = record,
            Content = session.Content,
            Heard = [],
            New = delivery.Turns,
        };
        var unheard = await reader.UnheardAsync(record.Reference, last?.Entry, last?.Content, CancellationToken.None).ConfigureAwait(false);
        if (unheard.Any(turn => turn.Waits))
            session.Next = (timeProvider.GetUtcNow(), CaseDue.Turns);
        var replies = CaseReplies.Of(delivery, known, last, keys);
        var state = CaseState.Of(delivery, known, last?.Content, replies, [.. unheard.Where(turn => !turn.Waits)]);
        decisions.CloseRequests(session, "superseded");
        Telemetry.Decided(resolution);
        return await inFlight
            .Run(record.Reference, () => work.DoAsync(session, state, new Decision { Resolution = resolution }, keys))
            .ConfigureAwait(false);
    }

    /// <summary>What was decided last, without what it did: what a verdict begins with.</summary>
    public static Resolution Last(CaseReference reference, (JournalEntry Entry, DecisionContent Content)? last) =>
        last is var (entry, content)
            ? DecisionRecorder.Resolution(entry, content) with
            {
                Answer = null,
                Questions = [],
                Actions = [],
            }
            : new Resolution
            {
                IssueId = reference.IssueId,
                Outcome = Outcome.Escalated,
                Reason = ResolutionReason.Unexpected,
                Summary = "",
            };
}
