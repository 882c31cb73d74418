using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>Brings what is delivered through its case: one turn after the other, over any number of hosts.</summary>
/// <remarks>
/// The row of a case is read; what is new is decided; then the decision, and the intent of what is done first, are written in one commit
/// with a change of the row that is refused where the row has
/// changed since (compare-and-swap). Who is refused begins again. So no lock is held while deciding, a new case costs one commit before
/// its first effect, and no clock matters.
/// </remarks>
internal sealed class CaseFlow(
    OpenedJournal opened,
    CaseDecider decider,
    IRulebookMonitor rulebooks,
    RulebookKeeper keeper,
    CaseReader reader,
    CaseSessions sessions,
    CaseRecovery recovery,
    UndecidedTurns undecided,
    CaseWork work,
    Restraint restraint,
    OverdueAnswers overdue,
    MergedCases merged,
    WorkInFlight inFlight,
    DecisionRecorder decisions,
    Redaction redaction,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider,
    ILogger<CaseFlow> logger
)
{
    private static readonly TimeSpan MinPoll = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan MaxPoll = TimeSpan.FromMilliseconds(500);

    /// <exception cref="JournalException">The journal cannot be used, and nothing was begun.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public async Task<Disposition> HandleAsync(Func<CaseKeyring, Delivery> deliver, CancellationToken cancellationToken)
    {
        var keys = await opened.KeysAsync(cancellationToken).ConfigureAwait(false);
        await keeper.KeepOnceAsync(cancellationToken).ConfigureAwait(false);
        var delivery = deliver(keys);
        var waits = new Patience(options.CurrentValue.MaxWait, timeProvider);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (await TryHandleAsync(delivery, keys, waits, cancellationToken).ConfigureAwait(false) is { } disposition)
                    return disposition;
            }
            catch (JournalException) when (waits.NextRead is { } wait)
            {
                // A server that is away for a moment is no work for people.
                await inFlight.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Takes up what no host works on any more, and what is due.</summary>
    /// <returns>How many cases were taken up.</returns>
    /// <exception cref="JournalException">The journal cannot be used; what was not taken up is taken up the next time.</exception>
    public async Task<int> TakeUpAsync(CancellationToken cancellationToken)
    {
        if (options.CurrentValue.DryRun)
            return 0;
        var keys = await opened.KeysAsync(cancellationToken).ConfigureAwait(false);
        var count = await recovery.RecoverAsync(cancellationToken).ConfigureAwait(false);
        List<CaseRecord> due = [];
        await foreach (
            var record in opened
                .Journal.ReadCasesAsync(new CaseQuery { DueUntil = timeProvider.GetUtcNow() }, cancellationToken)
                .ConfigureAwait(false)
        )
            due.Add(record);
        return count
            + await recovery
                .EachAsync(due, record => TakeUpDueAsync(record, keys, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
    }

    private async Task<bool> TakeUpDueAsync(CaseRecord record, CaseKeyring keys, CancellationToken cancellationToken)
    {
        if (record.DueFor == CaseDue.Approval)
            return await ExpireAsync(record).ConfigureAwait(false);
        if (record.DueFor == CaseDue.Turns)
            return await DecideWaitingAsync(record.Reference, keys, cancellationToken).ConfigureAwait(false) > 0;
        if (record.DueFor == CaseDue.Answer)
            return await overdue.TakeUpAsync(record, keys, cancellationToken).ConfigureAwait(false);
        return record.DueFor == CaseDue.Case && await recovery.TakeUpAsync(record, keys).ConfigureAwait(false);
    }

    /// <summary>Closes what can be approved no more.</summary>
    private async Task<bool> ExpireAsync(CaseRecord record)
    {
        using var session = sessions.Begin(record, record.Reference);
        decisions.CloseRequests(session, "expired");
        try
        {
            await session.LeaveAsync(record with { Due = null, DueFor = null }).ConfigureAwait(false);
            return true;
        }
        catch (CaseLostException)
        {
            return false;
        }
    }

    /// <summary>Decides the turns that waited for their case, one after the other.</summary>
    public async Task<int> DecideWaitingAsync(CaseReference reference, CaseKeyring keys, CancellationToken cancellationToken)
    {
        for (var count = 0; ; count++)
        {
            var found = await opened.Journal.FindCaseAsync(reference, cancellationToken).ConfigureAwait(false);
            if (found is not { IsLeased: false, DueFor: CaseDue.Turns } record)
                return count;
            var content = JournalJson.TryReadCase(record) ?? new CaseContent();
            var last = await reader.FindDecisionAsync(content.Decision, cancellationToken).ConfigureAwait(false);
            var unheard = await reader.UnheardAsync(reference, last?.Entry, last?.Content, cancellationToken).ConfigureAwait(false);
            if (unheard.FirstOrDefault(turn => turn.Waits) is not { } waiting)
                return count;
            var delivery = Delivery.Of(reference, waiting.Turn, keys);
            var known = new KnownCase
            {
                Record = record,
                Content = content,
                Heard = [],
                New = delivery.Turns,
            };
            var waits = new Patience(options.CurrentValue.MaxWait, timeProvider);
            if (await DecideAsync(delivery, known, keys, waits, cancellationToken).ConfigureAwait(false) is null)
                return count;
        }
    }

    /// <returns>Null where it is to be tried again: the case has changed, or another host works on it.</returns>
    private async Task<Disposition?> TryHandleAsync(
        Delivery delivery,
        CaseKeyring keys,
        Patience waits,
        CancellationToken cancellationToken
    )
    {
        if (options.CurrentValue.DryRun)
            return await RehearseAsync(delivery, keys, cancellationToken).ConfigureAwait(false);
        var record = await opened.Journal.FindCaseAsync(delivery.Reference, cancellationToken).ConfigureAwait(false);
        if (record is null)
            return delivery.CanWait
                ? await undecided.WaitForCaseAsync(delivery, null).ConfigureAwait(false)
                : await DecideAsync(delivery, null, keys, waits, cancellationToken).ConfigureAwait(false);
        var known = await KnownCase.ReadAsync(opened.Journal, record, delivery, cancellationToken).ConfigureAwait(false);
        if (record.IsLeased)
        {
            if (known.New.Count == 0)
                return Dispositions.UnderWay(
                    (
                        await reader
                            .DispositionAsync(delivery.Reference, known.Decision, DispositionStatus.Duplicate, cancellationToken)
                            .ConfigureAwait(false)
                    ).Resolution
                );
            await WaitAsync(delivery.Reference, waits, cancellationToken).ConfigureAwait(false);
            return null;
        }

        if (record is { Owner: CaseOwner.Automation, Due: null })
        {
            await recovery.TakeUpAsync(record, keys).WaitAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }

        if (
            record.DueFor == CaseDue.Turns
            && await DecideWaitingAsync(delivery.Reference, keys, cancellationToken).ConfigureAwait(false) > 0
        )
            return null;
        if (known.New.Count == 0)
            return await reader
                .DispositionAsync(delivery.Reference, known.Decision, DispositionStatus.Duplicate, cancellationToken)
                .ConfigureAwait(false);
        if (await merged.ForwardAsync(delivery, known, keys, cancellationToken).ConfigureAwait(false) is { } forwarded)
            return await TryHandleAsync(forwarded, keys, waits, cancellationToken).ConfigureAwait(false);
        if (delivery.CanWait && known.Content.Decision is null)
            return await undecided.WaitForCaseAsync(delivery, record).ConfigureAwait(false);
        return await DecideAsync(delivery, known, keys, waits, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says what would be done, and does and writes nothing.</summary>
    private async Task<Disposition> RehearseAsync(Delivery delivery, CaseKeyring keys, CancellationToken cancellationToken)
    {
        var record = await opened.Journal.FindCaseAsync(delivery.Reference, cancellationToken).ConfigureAwait(false);
        var known = record is null
            ? null
            : await KnownCase.ReadAsync(opened.Journal, record, delivery, cancellationToken).ConfigureAwait(false);
        if (known is not null && await merged.ForwardAsync(delivery, known, keys, cancellationToken).ConfigureAwait(false) is { } forwarded)
            return await RehearseAsync(forwarded, keys, cancellationToken).ConfigureAwait(false);
        if (delivery.CanWait && known?.Content.Decision is null)
            return Dispositions.WouldWait(delivery.Reference);
        var earlier = await reader.FindDecisionAsync(known?.Content.Decision, cancellationToken).ConfigureAwait(false);
        var state = CaseState.Of(delivery, null, earlier?.Content, CaseReplies.Of(delivery, known, earlier, keys), []);
        (state, var decided) = await decider.DecideAsync(state, delivery, known, earlier, keys, cancellationToken).ConfigureAwait(false);
        var decision = await restraint
            .ApplyAsync(state, restraint.After(known?.Content, delivery, state), decided, keys, cancellationToken)
            .ConfigureAwait(false);
        return await work.RehearseAsync(state, decision, known?.Content.Ticket, keys, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Disposition?> DecideAsync(
        Delivery delivery,
        KnownCase? known,
        CaseKeyring keys,
        Patience waits,
        CancellationToken cancellationToken
    )
    {
        var earlier = await reader.FindDecisionAsync(known?.Content.Decision, cancellationToken).ConfigureAwait(false);
        if (
            delivery.Unprocessable is null
            && known is { Record.DueFor: not CaseDue.Turns }
            && earlier is var (_, kept)
            && !AddsAnything(delivery, known, kept, keys)
        )
            return await undecided.RecordAsync(known, kept, cancellationToken).ConfigureAwait(false);
        var unheard = known is null
            ? []
            : await reader.UnheardAsync(delivery.Reference, earlier?.Entry, earlier?.Content, cancellationToken).ConfigureAwait(false);
        var waiting = unheard.Where(turn => turn.Waits && !delivery.Has(turn.Turn.Id)).ToList();
        var place = await inFlight.EnterAsync(waits.Left, cancellationToken).ConfigureAwait(false) ?? throw new WaitedTooLongException();
        try
        {
            var state = CaseState.Of(
                delivery,
                known,
                earlier?.Content,
                Replies(delivery, known, earlier, keys),
                [.. unheard.Except(waiting)]
            );
            delivery.Decided = state.New[^1].Key;
            (state, var decided) = await decider
                .DecideAsync(state, delivery, known, earlier, keys, cancellationToken)
                .ConfigureAwait(false);
            var content = restraint.After(known?.Content, delivery, state);
            var decision = await restraint.ApplyAsync(state, content, decided, keys, cancellationToken).ConfigureAwait(false);
            Telemetry.Decided(decision.Resolution);
            cancellationToken.ThrowIfCancellationRequested();
            if (
                decision.Resolution.Reason == ResolutionReason.GoesOn
                && known is { Record.DueFor: not CaseDue.Turns }
                && earlier is var (_, last)
            )
                return await undecided.RecordAsync(known, last, cancellationToken).ConfigureAwait(false);
            var session = sessions.Begin(known?.Record, delivery.Reference);
            session.Began = waits.Began;
            decisions.CloseRequests(session, "superseded");
            session.Next = waiting.Count > 0 ? (timeProvider.GetUtcNow(), CaseDue.Turns) : null;
            session.RequesterKey = keys.Current.Requester(state.Issue.Requester);
            session.Content = session.Content with
            {
                HasPerson = content.HasPerson,
                BeganUnread = content.BeganUnread,
                SecretId = keys.Current.SecretId,
                Parts = CaseParts.After(known?.Content ?? new CaseContent(), state.IsOwnNew ? delivery.Issue : null, state.NewTurns, keys),
            };

            waits.HasTriedToWrite = true;

            // The place is given back when the work ends, which may be later than whoever waits for it goes.
            var working = inFlight.Run(delivery.Reference, () => work.DoAsync(session, state, decision, keys), place);
            place = null;
            var disposition = await working.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (waiting.Count > 0 && known is { Content.Decision: null })
                await TryDecideWaitingAsync(delivery.Reference, keys, cancellationToken).ConfigureAwait(false);
            return disposition;
        }
        catch (CaseLostException)
        {
            return null;
        }
        finally
        {
            place?.Dispose();
        }
    }

    // A turn that waited for its case was written before anybody replied: it is no answer to what was asked since.
    private static IReadOnlyList<CaseReply> Replies(
        Delivery delivery,
        KnownCase? known,
        (JournalEntry Entry, DecisionContent Content)? last,
        CaseKeyring keys
    )
    {
        var replies = CaseReplies.Of(delivery, known, last, keys);
        if (
            delivery is not { Issue: null, Turns: [{ Turn: { } turn }] }
            || known is not { Record.DueFor: CaseDue.Turns }
            || replies is not [.., { Questions.Count: > 0 } reply]
        )
            return replies;
        var asking = new CaseReply
        {
            Turn = turn.Id,
            Rule = reply.Rule,
            Outcome = reply.Outcome,
            Team = reply.Team,
            Questions = reply.Questions,
        };
        return [.. replies.SkipLast(1), reply with { Questions = [] }, asking];
    }

    // What waits is due: where it cannot be decided now, whoever looks for what is due takes it up.
    private async Task TryDecideWaitingAsync(CaseReference reference, CaseKeyring keys, CancellationToken cancellationToken)
    {
        try
        {
            await DecideWaitingAsync(reference, keys, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WaitedTooLongException or JournalException)
        {
            Log.RecoveryFailed(logger, exception);
        }
    }

    private bool AddsAnything(Delivery delivery, KnownCase known, DecisionContent kept, CaseKeyring keys)
    {
        var own = known.New.Any(turn => turn.Turn is null) ? delivery.Issue : null;
        var turns = known.New.Select(turn => turn.Turn).OfType<Turn>().ToList();
        return (own is not null && !CaseParts.SaysTheSame(known.Content, own, keys) && CaseWords.AddAny(own, kept.Issue, redaction))
            || turns.Exists(turn => !string.IsNullOrWhiteSpace(turn.Text))
            || CaseParts.AddAny(known.Content, own, turns, keys, rulebooks.Current.ReadsField);
    }

    private async Task WaitAsync(CaseReference reference, Patience waits, CancellationToken cancellationToken)
    {
        if (waits.Left <= TimeSpan.Zero)
            throw new WaitedTooLongException();
        using var waiting = Telemetry.Waits();
        await inFlight.WaitForAsync(reference, waits.Next(MinPoll, MaxPoll), cancellationToken).ConfigureAwait(false);
        Log.WaitsForCase(logger, LogId.Of(reference.IssueId));
    }
}
