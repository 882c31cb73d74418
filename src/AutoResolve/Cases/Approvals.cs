using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>Carries out what waits for a person's approval, through the same door as everything about a case.</summary>
internal sealed class Approvals(
    OpenedJournal opened,
    IssueResolver resolver,
    CaseReader reader,
    CaseSessions sessions,
    CaseRecovery recovery,
    WorkInFlight inFlight,
    ActionRunner runner,
    ActionRehearsal rehearsal,
    ActionGate gate,
    HandlerRegistry handlers,
    ActionRecorder actions,
    CaseFinisher finisher,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider
)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <exception cref="ArgumentException">No action with that key waits for approval, or it can be approved no more.</exception>
    /// <exception cref="JournalException">The journal cannot be used, and nothing was begun.</exception>
    public async Task<Disposition> ApproveAsync(Issue issue, string actionKey, string by, CancellationToken cancellationToken)
    {
        var keys = await opened.KeysAsync(cancellationToken).ConfigureAwait(false);
        var reference = CaseReference.Of(issue);
        var started = timeProvider.GetTimestamp();
        while (true)
        {
            // The row first: what is written after it was read is refused where the case has changed since.
            var record = await opened.Journal.FindCaseAsync(reference, cancellationToken).ConfigureAwait(false) ?? throw Unknown();
            var entries = await reader.EntriesAsync(reference, cancellationToken).ConfigureAwait(false);
            var request = FindRequest(entries, actionKey);
            if (record.IsLeased)
            {
                if (timeProvider.GetElapsedTime(started) >= options.CurrentValue.MaxWait)
                    throw new TimeoutException("The case is being worked on, and that has not ended in time. Try again.");
                await inFlight.WaitForAsync(reference, Poll, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (record is { Owner: CaseOwner.Automation, Due: null })
            {
                await recovery.TakeUpAsync(record, keys).WaitAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (JournalJson.TryReadCase(record)?.Decision != request.Decision)
                throw new ArgumentException(
                    "A later turn of the case was decided since, so the action is approved no more. Deal with the case as it is now.",
                    nameof(actionKey)
                );
            var run = await PlanAsync(issue, actionKey, request, entries, keys, cancellationToken).ConfigureAwait(false);
            if (options.CurrentValue.DryRun)
                return await RehearseAsync(run, cancellationToken).ConfigureAwait(false);
            await CheckGateAsync(run, request, cancellationToken).ConfigureAwait(false);
            var session = sessions.Begin(record, reference);
            try
            {
                return await inFlight
                    .Run(reference, () => CarryOutAsync(session, run, request, by))
                    .WaitAsync(cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (CaseLostException) { }
        }
    }

    // What may not be done now must not use the approval up.
    private async ValueTask CheckGateAsync(ActionRun run, ActionContent request, CancellationToken cancellationToken)
    {
        if (
            handlers.Find(request.Handler) is { } pipeline
            && await gate.CheckAsync(pipeline.Handler.Signature, run, isApproved: true, cancellationToken).ConfigureAwait(false)
                is var (_, reason)
        )
        {
            throw new ArgumentException($"{reason} The action still waits for approval.", nameof(run));
        }
    }

    private async Task<Disposition> RehearseAsync(ActionRun run, CancellationToken cancellationToken) =>
        Dispositions.Of(run.Resolution, await rehearsal.RehearseAsync(run, cancellationToken).ConfigureAwait(false)) with
        {
            IsJournaled = false,
        };

    private ActionContent FindRequest(IReadOnlyList<JournalEntry> entries, string actionKey)
    {
        var entry = entries.FirstOrDefault(entry => entry.Key == JournalKeys.ApprovalRequest(actionKey)) ?? throw Unknown();
        if (entries.FirstOrDefault(other => other.Closes == entry.Key) is { } closing)
            throw new ArgumentException(
                closing.Kind == JournalEntryKind.Approval
                    ? "That action has been approved already."
                    : "That action can be approved no more: a later turn of the case was decided, or its time has passed.",
                nameof(actionKey)
            );
        var request = JournalJson.Read<ActionContent>(entry);
        return request.Until is { } until && until <= timeProvider.GetUtcNow()
            ? throw new ArgumentException(
                "The time in which that action can be approved has passed. Deal with the case by hand.",
                nameof(actionKey)
            )
            : request;
    }

    // What the journal keeps is masked, so the rules plan the action once more for the issue as it was delivered.
    private async Task<ActionRun> PlanAsync(
        Issue issue,
        string actionKey,
        ActionContent request,
        IReadOnlyList<JournalEntry> entries,
        CaseKeyring keys,
        CancellationToken cancellationToken
    )
    {
        var kept = entries.FirstOrDefault(entry => entry.Key == request.Decision) is { } decision
            ? JournalJson.TryRead<DecisionContent>(decision)
            : null;
        var whole = CaseState.Of(Delivery.Of(issue, keys), null, kept, kept?.Issue.Replies ?? [], []).Issue;
        var decided = await resolver.DecideAsync(whole, cancellationToken).ConfigureAwait(false);

        // What delivers the outcome stays as it was planned when the turn was decided.
        IEnumerable<PlannedAction> delivering = kept?.Actions.Skip(decided.Resolution.Actions.Count)
            .Select(action => new PlannedAction { Handler = action.Handler, Parameters = action.Parameters })
            ?? [];
        var run = new ActionRun
        {
            Issue = whole,
            Resolution = decided.Resolution with { Actions = [.. decided.Resolution.Actions, .. delivering] },
            Decision = decided,
            Turn = JournalKeys.TurnOf(request.Decision),
            Keys = keys,
            NewTurns = [.. whole.Turns.Where(turn => kept?.NewTurns.Contains(turn.Id) == true)],
            Prior = new PriorEffects(entries),
            Approved = new HashSet<string>(StringComparer.Ordinal) { actionKey },
            Policy = ActionRun.Keep(decided.Policy, keys),
            Quota = kept?.Quota,
            PlannedKeys = kept?.Actions.Select(action => action.Key).ToList(),
        };
        return kept is not null && run.Resolution.Rule is not null && IsAsPlanned(run, kept)
            ? run
            : throw new ArgumentException(
                "The rules plan that action for this issue no more. Deal with the issue by hand.",
                nameof(actionKey)
            );
    }

    // Each by one of the secrets: the key that the journal has may be of one that was changed since, or of the first schema.
    private static bool IsAsPlanned(ActionRun run, DecisionContent kept) =>
        run.Resolution.Actions.Count == kept.Actions.Count
        && run.Resolution.Actions.Select((action, index) => (action, index))
            .All(planned =>
                kept.Actions[planned.index].Handler == planned.action.Handler
                && run.KeysOf(planned.action)
                    .Concat(run.Keys.All.Select(keys => keys.FirstSchemaAction(run.Issue.Id, run.Rule, planned.index)))
                    .Contains(kept.Actions[planned.index].Key)
            );

    private async Task<Disposition> CarryOutAsync(CaseSession session, ActionRun run, ActionContent request, string by)
    {
        using var disposing = session;
        session.Content = session.Content with { Requests = [.. session.Content.Requests.Where(key => key != request.Key)] };
        session.Add(
            actions.Approval(
                run,
                new ActionReport
                {
                    Handler = request.Handler,
                    Key = request.Key,
                    State = ActionState.NotReached,
                },
                request.Index,
                by
            )
        );
        try
        {
            var disposition = Dispositions.Of(run.Resolution, await runner.RunAsync(session, run).ConfigureAwait(false));
            return await finisher
                .FinishAsync(session, run, disposition, OperatingMode.Active, [JournalKeys.Approval(request.Key)])
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (session.IsBegun && exception is CaseLostException or JournalException)
        {
            return Dispositions.UnderWay(run.Resolution, "What was approved is under way; how it ended could not be written down here.");
        }
    }

    private static ArgumentException Unknown() => new("No action with that key waits for approval.", "actionKey");
}
