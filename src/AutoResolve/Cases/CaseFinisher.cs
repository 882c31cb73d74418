using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Cases;

/// <summary>Ends the work on a case: whoever has to be told is told, what became of it is written, and the case gets its owner.</summary>
internal sealed class CaseFinisher(
    ActionRunner runner,
    ActionRecorder actions,
    OutcomeDelivery delivery,
    AnswerDeadline deadline,
    TimeProvider timeProvider,
    ILogger<CaseFinisher> logger
)
{
    /// <param name="session">The case.</param>
    /// <param name="run">What was done.</param>
    /// <param name="disposition">How it ended.</param>
    /// <param name="mode">How far automation went.</param>
    /// <param name="closes">The keys of what it finishes.</param>
    /// <param name="isLast">Whether the case is let go.</param>
    /// <exception cref="CaseLostException">Another host has taken the case up.</exception>
    /// <exception cref="JournalException">It cannot be written.</exception>
    public async Task<Disposition> FinishAsync(
        CaseSession session,
        ActionRun run,
        Disposition disposition,
        OperatingMode mode,
        IReadOnlyList<string> closes,
        bool isLast = true
    )
    {
        var ended = await EndAsync(session, run, disposition, mode, closes, isLast).ConfigureAwait(false);
        if (ended.Status == DispositionStatus.Done)
            Log.Processed(logger, ended, timeProvider.GetElapsedTime(session.Began));
        return ended;
    }

    private async Task<Disposition> EndAsync(
        CaseSession session,
        ActionRun run,
        Disposition disposition,
        OperatingMode mode,
        IReadOnlyList<string> closes,
        bool isLast
    )
    {
        disposition = Dispositions.Packed(disposition, run.Decision);
        if (session.Content.Decision == run.DecisionKey)
            session.Content = session.Content with { Fates = FatesOf(disposition) };
        var ticket = delivery.TicketAfter(run.Resolution, disposition.Actions, session.Content.Ticket);
        if (mode != OperatingMode.Shadow && Telling(session, run, disposition, ticket, closes) is { } telling)
        {
            var handover = disposition.Handover ?? Dispositions.HandoverOf(disposition, run.Decision);
            var packed = run with { Resolution = run.Resolution with { Handover = handover } };
            var told = await runner.TellAsync(session, packed, telling).ConfigureAwait(false);
            if (told.State != ActionState.Succeeded)
            {
                // Left open, so that it is told when the ticket system can be told.
                Log.NotEscalated(logger, LogId.Of(run.Issue.Id), told.State, told.Message);
                await session.PostponeAsync().ConfigureAwait(false);
                return Dispositions.UnderWay(
                    run.Resolution,
                    $"{disposition.Summary} The ticket system could not be told; that is tried again."
                ) with
                {
                    Actions = disposition.Actions,
                };
            }

            ticket = telling.Handler == BuiltInHandlers.Escalate ? OutcomeDelivery.Escalated(run.Resolution) : ticket;
        }

        // What was begun before and has no place in the decision as it is now must not stay open.
        foreach (var (intent, content) in run.Prior.Open(run.DecisionKey).Where(begun => !session.HasClosed(begun.Intent.Key!)))
            session.Add(actions.InDoubt(run, intent, content));
        session.Content = session.Content with { Ticket = ticket };
        foreach (var key in closes)
            session.Add(actions.Disposition(run, disposition.Outcome!.Value, disposition.Summary, key));
        if (!isLast)
        {
            await session.WriteAsync().ConfigureAwait(false);
            return disposition;
        }

        if (disposition.Outcome == Outcome.Asked && session.Next is null)
            (session.Next, session.Calendar) = deadline.Reckon();
        var team = ticket is { IsAssigned: true } ? ticket.Team : EffectContent.TeamOf(run.Resolution);
        await session.CloseAsync(OwnerOf(disposition.Outcome!.Value), team).ConfigureAwait(false);
        return disposition;
    }

    /// <returns>How a person or team is told of how it ended; null where nobody has to be, or somebody was.</returns>
    private PlannedAction? Telling(
        CaseSession session,
        ActionRun run,
        Disposition disposition,
        CaseTicket? ticket,
        IReadOnlyList<string> closes
    )
    {
        // What was done before an approval told nothing of what came of it.
        var isDecided = closes.Contains(run.DecisionKey);
        bool IsDone(string handler) =>
            disposition.Actions.Any(action =>
                action.Handler == handler && action.State == ActionState.Succeeded && (isDecided || run.Prior.FindEnd(action) is null)
            );
        if (!delivery.TellsPeople)
            return null;
        var about = closes.Count > 0 ? closes[0] : run.DecisionKey;

        // The team that has it already hears that a message did not go out.
        if (disposition.Outcome == Outcome.Escalated && IsDone(BuiltInHandlers.Route) && disposition.Actions.All(IsSentOrDone))
            return OutcomeDelivery.Update(about);
        if (disposition.Outcome == Outcome.Escalated)
            return IsDone(BuiltInHandlers.Escalate)
                ? null
                : OutcomeDelivery.ToPerson(run.Resolution, ticket, about, isDecided || closes.Count == 0);

        // A ticket that was open before this turn, or was opened while an action of it waited for approval.
        if (session.Content.Ticket is null || closes.Count == 0 || IsDone(BuiltInHandlers.Escalate) || IsDone(BuiltInHandlers.Route))
            return null;
        return OutcomeDelivery.Update(isDecided ? null : closes[0]);
    }

    private static Dictionary<string, string> FatesOf(Disposition disposition) =>
        disposition
            .Actions.Where(action => action.State != ActionState.Succeeded)
            .DistinctBy(action => action.Key)
            .ToDictionary(action => action.Key, action => JournalLabel.Of(action.State), StringComparer.Ordinal);

    private static bool IsSentOrDone(ActionReport action) =>
        action.State == ActionState.Succeeded || action.Handler is BuiltInHandlers.Reply or BuiltInHandlers.Ask;

    private static CaseOwner OwnerOf(Outcome outcome) =>
        outcome switch
        {
            Outcome.Asked => CaseOwner.Customer,
            Outcome.Routed or Outcome.Escalated => CaseOwner.Team,
            _ => CaseOwner.Nobody,
        };
}
