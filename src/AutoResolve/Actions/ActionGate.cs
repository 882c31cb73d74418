using AutoResolve.Journaling;
using Microsoft.Extensions.Options;

namespace AutoResolve.Actions;

/// <summary>Says whether an action may begin. The order is fixed: stops, mode, safety ceiling and approval, once-per window.</summary>
internal sealed class ActionGate(
    KillSwitch stops,
    Demotions demotions,
    IJournal journal,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider
)
{
    /// <returns>Null where it may; else what becomes of it and why.</returns>
    public async ValueTask<(ActionState Fate, string Reason)?> CheckAsync(
        ActionSignature signature,
        ActionRun run,
        bool isApproved,
        CancellationToken cancellationToken
    )
    {
        await stops.EnsureReadAsync(cancellationToken).ConfigureAwait(false);
        await demotions.EnsureReadAsync(cancellationToken).ConfigureAwait(false);
        if (stops.IsStopped())
            return (ActionState.Withheld, "All actions are stopped.");

        // Nobody stops what no rule has decided.
        if (run.Resolution.Rule is { } rule && stops.IsStopped(rule.Id))
            return (ActionState.Withheld, $"The actions of rule {rule.Id} are stopped.");
        var limits = options.CurrentValue;
        if (limits.Mode != OperatingMode.Active)
            return (ActionState.Withheld, "Automation only suggests.");
        if (!isApproved && signature.Safety == ActionSafety.Irreversible)
            return (ActionState.WaitsForApproval, "What it does cannot be undone, so a person must approve it.");
        if (!isApproved && signature.Safety > limits.SafetyCeiling)
            return (ActionState.WaitsForApproval, "What it does is above the host's safety ceiling, so a person must approve it.");
        return await FindRecentAsync(run, long.MaxValue, cancellationToken).ConfigureAwait(false) ? Recently(run) : null;
    }

    /// <summary>Of two that begin at once, only the first may go on: asked again when the intent is written.</summary>
    public async ValueTask<(ActionState Fate, string Reason)?> RecheckAsync(
        ActionRun run,
        string intent,
        CancellationToken cancellationToken
    )
    {
        if (run.Policy?.Window is null)
            return null;
        await foreach (var entry in journal.ReadAsync(new JournalQuery { Keys = [intent] }, cancellationToken).ConfigureAwait(false))
            return await FindRecentAsync(run, entry.Sequence, cancellationToken).ConfigureAwait(false) ? Recently(run) : null;
        return null;
    }

    private static (ActionState, string) Recently(ActionRun run) =>
        (
            ActionState.Withheld,
            $"Rule {run.Rule.Id} has already acted within {run.Policy!.Window!.Value.TotalHours:0.##} h, which it may once."
        );

    private async ValueTask<bool> FindRecentAsync(ActionRun run, long before, CancellationToken cancellationToken)
    {
        if (run.Policy is not { Window: { } window } policy)
            return false;

        // Whom to count is not known, so each may be the second.
        if (policy.Groups.Count == 0)
            return true;
        var recent = new JournalQuery
        {
            Kinds = [JournalEntryKind.Intent],
            Groups = policy.Groups,
            From = timeProvider.GetUtcNow() - window,
        };
        await foreach (var entry in journal.ReadAsync(recent, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Sequence < before && JournalJson.Read<ActionContent>(entry).Decision != run.DecisionKey)
                return true;
        }

        return false;
    }
}
