using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>Writes down turns that are not decided.</summary>
internal sealed class UndecidedTurns(
    CaseReader reader,
    CaseSessions sessions,
    DecisionRecorder decisions,
    PersonReplies persons,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider
)
{
    /// <summary>Writes down what nothing is to be done about. Where a person has written to the customer, that person's team has the case.
    /// </summary>
    /// <param name="known">The case.</param>
    /// <param name="last">The last decision.</param>
    /// <param name="cancellationToken">Ends the wait for what is told of it.</param>
    /// <returns>Null where the case has changed since it was read.</returns>
    public async Task<Disposition?> RecordAsync(KnownCase known, DecisionContent last, CancellationToken cancellationToken)
    {
        var record = known.Record;
        var isPersons = persons.AnyIn(known.New.Select(turn => turn.Turn).OfType<Turn>(), last.Issue.ToIssue());
        using var session = sessions.Begin(record, record.Reference);
        foreach (var turn in known.New)
            session.Add(decisions.Entry(record.Reference, turn.Key, turn.Turn, known.Content.Decision, "recorded"));
        if (isPersons)
            session.Content = session.Content with { HasPerson = true };
        try
        {
            await session
                .LeaveAsync(isPersons ? CaseChanges.Taken(record, CaseChanges.TeamOf(record, known.Content, last)) : record)
                .ConfigureAwait(false);
        }
        catch (CaseLostException)
        {
            return null;
        }

        var disposition = await reader
            .DispositionAsync(record.Reference, known.Content.Decision, DispositionStatus.Recorded, cancellationToken)
            .ConfigureAwait(false);
        return isPersons ? disposition with { Summary = CaseChanges.Tell(CaseEventKind.PersonReplied, null) } : disposition;
    }

    /// <summary>Keeps a turn whose case is not known yet.</summary>
    /// <param name="delivery">The turn.</param>
    /// <param name="record">The row, where turns wait already; else null.</param>
    /// <returns>Null where the case has changed since it was read.</returns>
    public async Task<Disposition?> WaitForCaseAsync(Delivery delivery, CaseRecord? record)
    {
        using var session = sessions.Begin(record, delivery.Reference);
        foreach (var turn in delivery.Turns)
            session.Add(decisions.Entry(delivery.Reference, turn.Key, turn.Turn, null, "waits"));
        try
        {
            session.Next = (record?.Due ?? timeProvider.GetUtcNow() + options.CurrentValue.WaitForCase, CaseDue.Case);
            await session.CloseAsync(CaseOwner.Automation, null).ConfigureAwait(false);
            return Dispositions.Waiting(delivery.Reference);
        }
        catch (CaseLostException)
        {
            return null;
        }
    }
}
