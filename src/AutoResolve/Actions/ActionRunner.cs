using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Actions;

/// <summary>Carries out the actions of a decision, one after the other. The first that does not succeed stops the rest.</summary>
/// <remarks>
/// The order for each action is fixed: stops, mode, safety ceiling and approval, once-per window (<see cref="ActionGate"/>); then its intent is written, under a key
/// that the journal takes once (idempotency); then it is carried out with timeouts, retries, circuit breaker and concurrency limit (<see cref="HandlerPipeline"/>),
/// verified, and its result written. Where one fails and the rule says so, those before it are undone, the last first.
/// </remarks>
internal sealed class ActionRunner(HandlerRegistry handlers, ActionGate gate, ActionJournal journal, IOptionsMonitor<ActionOptions> options, ILogger<ActionRunner> logger)
{
    /// <param name="run">The actions.</param>
    /// <param name="first">The place of the first that is carried out; those before it are left as they are.</param>
    /// <param name="cancellationToken">Stops; what was begun is then in doubt until it is recovered.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public async Task<IReadOnlyList<ActionReport>> RunAsync(ActionRun run, int first, CancellationToken cancellationToken)
    {
        var actions = run.Resolution.Actions;
        var reports = new List<ActionReport>();
        List<(int Index, IBoundAction Action, HandlerPipeline Pipeline)> done = [];
        for (var index = first; index < actions.Count; index++)
        {
            var report = new ActionReport { Handler = actions[index].Handler, Key = run.KeyOf(index), Fate = ActionFate.NotReached };
            reports.Add(report);
            if (reports.Count > 1 && reports[^2].Fate is not (ActionFate.Succeeded or ActionFate.Rehearsed))
                continue;
            reports[^1] = await RunAsync(run, index, report, done, cancellationToken).ConfigureAwait(false);
        }

        if (run.Policy?.UndoOnFailure == true && reports.Exists(report => report.Fate is ActionFate.Failed or ActionFate.NeedsPerson or ActionFate.InDoubt))
            await UndoAsync(run, first, done, reports, cancellationToken).ConfigureAwait(false);
        return reports;
    }

    private async Task<ActionReport> RunAsync(ActionRun run, int index, ActionReport report, List<(int, IBoundAction, HandlerPipeline)> done, CancellationToken cancellationToken)
    {
        if (handlers.Find(report.Handler) is not { } pipeline)
            return report with { Fate = ActionFate.Failed, Message = "There is no handler of that name." };
        if (await gate.CheckAsync(pipeline.Handler.Signature, run, run.Approved.Contains(report.Key), cancellationToken).ConfigureAwait(false) is var (fate, reason))
        {
            if (fate == ActionFate.WaitsForApproval)
                await journal.RequestApprovalAsync(run, index, cancellationToken).ConfigureAwait(false);
            return report with { Fate = fate, Message = reason };
        }

        IBoundAction action;
        try
        {
            action = pipeline.Handler.Bind(new ActionCall(run.Resolution.Actions[index], run.Issue, run.Resolution, report.Key));
        }
        catch (ArgumentException exception)
        {
            return report with { Fate = ActionFate.Failed, Message = $"{exception.Message.Split(" (Parameter")[0]} It was not called." };
        }

        if (options.CurrentValue.DryRun)
            return await RehearseAsync(pipeline, action, report, cancellationToken).ConfigureAwait(false);
        var intent = await journal.BeginAsync(run, index, cancellationToken).ConfigureAwait(false);
        if (!intent.Written)
            return await journal.FindEarlierAsync(report, cancellationToken).ConfigureAwait(false);
        if (await gate.RecheckAsync(run, intent.FirstSequence, cancellationToken).ConfigureAwait(false) is var (withheld, why))
            return await FinishAsync(run, index, report with { Fate = withheld, Message = why }).ConfigureAwait(false);

        var ended = await CarryOutAsync(run, index, report, pipeline, action, cancellationToken).ConfigureAwait(false);
        if (ended.Fate == ActionFate.Succeeded)
            done.Add((index, action, pipeline));
        return await FinishAsync(run, index, ended).ConfigureAwait(false);
    }

    /// <summary>Calls the handler and verifies; writes nothing but what comes too late.</summary>
    public async Task<ActionReport> CarryOutAsync(ActionRun run, int index, ActionReport report, HandlerPipeline pipeline, IBoundAction action, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.StartAction(run, report);
        var result = await pipeline.ExecuteAsync(action, outcome => journal.NoteLate(run, index, report, outcome), cancellationToken).ConfigureAwait(false);
        if (result.Fate == ActionFate.Succeeded && pipeline.Handler.Signature.CanVerify)
        {
            var verified = await pipeline.VerifyAsync(action, cancellationToken).ConfigureAwait(false);
            if (verified.Fate != ActionFate.Succeeded)
                result = verified with { Fate = ActionFate.Failed, Message = $"It was done, but whether it helped could not be verified. {verified.Message}".TrimEnd(), Attempts = result.Attempts, Elapsed = result.Elapsed + verified.Elapsed };
        }

        var ended = report with { Fate = result.Fate, Message = result.Message, Attempts = result.Attempts, Elapsed = result.Elapsed };
        Telemetry.ActionEnded(ended);
        Log.ActionEnded(logger, run.Issue.Id, run.Rule.Id, ended.Handler, ended.Fate, ended.Attempts, (long)ended.Elapsed.TotalMilliseconds);
        return ended;
    }

    private async Task<ActionReport> FinishAsync(ActionRun run, int index, ActionReport report) =>
        await journal.FinishAsync(run, index, report).ConfigureAwait(false)
            ? report
            : report with { Fate = ActionFate.InDoubt, Message = $"It ended ({report.Fate}), but that could not be written down." };

    private static async Task<ActionReport> RehearseAsync(HandlerPipeline pipeline, IBoundAction action, ActionReport report, CancellationToken cancellationToken)
    {
        if (!pipeline.Handler.Signature.CanRehearse)
            return report with { Fate = ActionFate.Rehearsed, Message = "A dry run; its handler cannot tell what it would do." };
        var result = await pipeline.RehearseAsync(action, cancellationToken).ConfigureAwait(false);
        return report with { Fate = result.Fate == ActionFate.Succeeded ? ActionFate.Rehearsed : result.Fate, Message = result.Message, Attempts = result.Attempts, Elapsed = result.Elapsed };
    }

    private async Task UndoAsync(ActionRun run, int first, List<(int Index, IBoundAction Action, HandlerPipeline Pipeline)> done, List<ActionReport> reports, CancellationToken cancellationToken)
    {
        foreach (var (index, action, pipeline) in Enumerable.Reverse(done))
        {
            var report = reports[index - first];
            if (!pipeline.Handler.Signature.CanUndo)
            {
                reports[index - first] = report with { Fate = ActionFate.UndoFailed, Message = "It was done; its handler cannot take it back." };
                continue;
            }

            if (!await journal.BeginUndoAsync(run, index, cancellationToken).ConfigureAwait(false))
                continue;
            var result = await pipeline.UndoAsync(action, cancellationToken).ConfigureAwait(false);
            var undone = report with
            {
                Fate = result.Fate == ActionFate.Succeeded ? ActionFate.Undone : ActionFate.UndoFailed,
                Message = result.Fate == ActionFate.Succeeded ? "It was done, then taken back." : $"It was done, and could not be taken back. {result.Message}".TrimEnd(),
            };
            reports[index - first] = undone;
            await journal.FinishUndoAsync(run, index, undone).ConfigureAwait(false);
        }
    }
}
