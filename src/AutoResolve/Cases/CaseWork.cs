using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.PlugIns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>
/// Writes a decision down and carries it out. Once it is written, it is finished or left to be taken up, whatever becomes of whoever
/// delivered it.
/// </summary>
internal sealed class CaseWork(
    ActionRunner runner,
    ActionRehearsal rehearsal,
    CaseFinisher finisher,
    OutcomeDelivery delivery,
    DecisionRecorder decisions,
    MessageLimit limit,
    IOptionsMonitor<ActionOptions> options,
    ILogger<CaseWork> logger
)
{
    /// <exception cref="CaseLostException">The case has changed since it was read; nothing was written.</exception>
    /// <exception cref="JournalException">The decision cannot be written; nothing was done.</exception>
    /// <exception cref="HostEndedException">The host waits for it no more; another one takes it up.</exception>
    public async Task<Disposition> DoAsync(CaseSession session, CaseState state, Decision decided, CaseKeyring keys)
    {
        using var disposing = session;
        var limits = options.CurrentValue;
        var isActive = limits.Mode == OperatingMode.Active;
        var resolution = Planned(decided, isActive, session.Content.Ticket);
        var run = new ActionRun
        {
            Issue = state.Issue,
            Resolution = resolution,
            Decision = decided,
            Turn = state.New[^1].Key,
            Keys = keys,
            NewTurns = state.NewTurns,
            Masked = state.Masked,
            Policy = ActionRun.Keep(decided.Policy, keys),
            Quota = resolution.Actions.Any(MessageCount.IsMessage) ? limit.QuotaOf(state, session.Content.Address, keys) : null,
        };
        var acts = isActive && resolution.Actions.Count > 0;
        var isOpen =
            acts
            || (
                delivery.TellsPeople
                && (
                    limits.Mode == OperatingMode.Suggest
                    || (isActive && (resolution.Outcome == Outcome.Escalated || session.Content.Ticket is not null))
                )
            );
        session.Content = session.Content with
        {
            Decision = run.DecisionKey,
            Fates = CaseContent.NoFates,
            Brought = [],
            Address = MessageLimit.AddressOf(state, session.Content.Address, keys),
        };
        foreach (var turn in state.New.SkipLast(1))
            session.Add(decisions.Entry(session.Reference, turn.Key, turn.Turn, run.DecisionKey, "decided"));
        session.Add(decisions.Entry(run, resolution, isOpen));
        if (isActive && decisions.Verdict(run) is { } verdict)
            session.Add(verdict);
        try
        {
            var disposition = Ended(run, limits.Mode, acts ? await runner.RunAsync(session, run).ConfigureAwait(false) : []);
            return await finisher
                .FinishAsync(session, run, disposition, limits.Mode, isOpen ? [run.DecisionKey] : [])
                .ConfigureAwait(false);
        }
        catch (CaseLostException) when (session.IsBegun)
        {
            Log.CaseLost(logger, LogId.Of(session.Reference.IssueId));
            return Dispositions.UnderWay(resolution, "Another host has taken the case up.");
        }
        catch (Exception exception) when (session.IsBegun && exception is not HostEndedException)
        {
            Log.NotFinished(logger, LogId.Of(session.Reference.IssueId), exception);
            return Dispositions.UnderWay(
                resolution,
                "What was done could not be written down; it is taken up when the journal can be used again."
            ) with
            {
                IsJournaled = false,
            };
        }
    }

    /// <summary>Says what would be done, and does and writes nothing.</summary>
    public async Task<Disposition> RehearseAsync(
        CaseState state,
        Decision decided,
        CaseTicket? ticket,
        CaseKeyring keys,
        CancellationToken cancellationToken
    )
    {
        var mode = options.CurrentValue.Mode;
        var resolution = Planned(decided, mode == OperatingMode.Active, ticket);
        var run = new ActionRun
        {
            Issue = state.Issue,
            Resolution = resolution,
            Decision = decided,
            Turn = state.New[^1].Key,
            Keys = keys,
            Policy = ActionRun.Keep(decided.Policy, keys),
        };
        var reports = mode == OperatingMode.Active ? await rehearsal.RehearseAsync(run, cancellationToken).ConfigureAwait(false) : [];
        return Dispositions.Packed(Ended(run, mode, reports), decided) with { IsJournaled = false };
    }

    // Who is handed an issue by what the rules plan gets all that is known.
    private Resolution Planned(Decision decided, bool isActive, CaseTicket? ticket)
    {
        var resolution = isActive ? delivery.Complete(decided.Resolution, ticket) : decided.Resolution;
        var isHandedOver =
            decided.IsHandedOver
            || (isActive && resolution.Actions.Any(action => action.Handler is BuiltInHandlers.Route or BuiltInHandlers.Escalate));
        return isHandedOver ? resolution with { Handover = decided.HandOver() } : resolution;
    }

    private static Disposition Ended(ActionRun run, OperatingMode mode, IReadOnlyList<ActionReport> reports)
    {
        if (mode != OperatingMode.Active)
            return Dispositions.Held(run.Resolution, mode);
        if (reports.Count > 0)
            return Dispositions.Of(run.Resolution, reports);
        return new Disposition
        {
            Resolution = run.Resolution,
            Outcome = run.Resolution.Outcome,
            Summary = run.Resolution.Summary,
        };
    }
}
