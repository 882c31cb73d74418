namespace AutoResolve.Actions;

/// <summary>Says what the handlers of a decision's actions would do, and does and writes nothing.</summary>
internal sealed class ActionRehearsal(HandlerRegistry handlers, ActionGate gate)
{
    /// <summary>One action after the other, as far as each would be reached.</summary>
    public async Task<IReadOnlyList<ActionReport>> RehearseAsync(ActionRun run, CancellationToken cancellationToken)
    {
        var reports = new List<ActionReport>();
        for (var index = 0; index < run.Resolution.Actions.Count; index++)
        {
            var report = new ActionReport
            {
                Handler = run.Resolution.Actions[index].Handler,
                Key = run.KeyOf(index),
                State = ActionState.NotReached,
            };
            var isReached = reports.Count == 0 || reports[^1].State == ActionState.DryRun;
            reports.Add(isReached ? await RehearseAsync(run, index, report, cancellationToken).ConfigureAwait(false) : report);
        }

        return reports;
    }

    private async Task<ActionReport> RehearseAsync(ActionRun run, int index, ActionReport report, CancellationToken cancellationToken)
    {
        if (handlers.Find(report.Handler) is not { } pipeline)
            return report with { State = ActionState.Failed, Message = "There is no handler of that name." };
        var isApproved = run.Approved.Contains(report.Key);
        var refused = await gate.CheckAsync(pipeline.Handler.Signature, run, isApproved, cancellationToken).ConfigureAwait(false);
        if (refused is var (fate, reason))
            return report with { State = fate, Message = reason };
        if (pipeline.TryBind(run.CallOf(index), out var action) is { } misfit)
            return report with { State = ActionState.Failed, Message = misfit };
        if (!pipeline.Handler.Signature.SupportsDryRun)
            return report with { State = ActionState.DryRun, Message = "A dry run; its handler cannot tell what it would do." };
        var result = await pipeline.RehearseAsync(action!, cancellationToken).ConfigureAwait(false);
        return report with
        {
            State = result.Fate == ActionState.Succeeded ? ActionState.DryRun : result.Fate,
            Message = result.Message,
            Attempts = result.Attempts,
            Elapsed = result.Elapsed,
        };
    }
}
