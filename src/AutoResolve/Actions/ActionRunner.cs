using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Actions;

/// <summary>Carries out the actions of a decision, one after the other. The first that does not succeed stops the rest.</summary>
/// <remarks>
/// The order for each action is fixed: stops, mode, safety ceiling and approval, once-per window (<see cref="ActionGate"/>); then its
/// intent is written, with all that came before it; then it is
/// carried out with timeouts, retries, circuit breaker and concurrency limit (<see cref="HandlerPipeline"/>), and verified; its result
/// goes with the next intent, or with the end. Where one fails and
/// the rule says so, those before it are undone, the last first. What was begun before, by a host that ended, is taken up as far as that
/// is safe.
/// </remarks>
internal sealed class ActionRunner(
    HandlerRegistry handlers,
    ActionGate gate,
    ActionRecorder journal,
    MessageCount messages,
    ActionUndo undo,
    KillSwitch stops,
    HostEnd end,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider,
    ILogger<ActionRunner> logger
)
{
    // Effects that are no actions of the decision have no place in it.
    private const int NoPlace = -1;

    /// <param name="session">The case.</param>
    /// <param name="run">The actions.</param>
    /// <param name="first">The place of the first that is carried out; those before it are left as they are.</param>
    /// <exception cref="CaseLostException">Another host has taken the case up.</exception>
    /// <exception cref="JournalException">What must be written before something is done cannot be.</exception>
    /// <exception cref="PlugIns.HostEndedException">The host waits for it no more.</exception>
    public async Task<IReadOnlyList<ActionReport>> RunAsync(CaseSession session, ActionRun run, int first = 0)
    {
        var actions = run.Resolution.Actions;
        var reports = new List<ActionReport>();
        List<DoneAction> done = [];
        for (var index = first; index < actions.Count; index++)
        {
            var report = new ActionReport
            {
                Handler = actions[index].Handler,
                Key = run.KeyOf(index),
                State = ActionState.NotReached,
            };
            if (run.Prior.FindEnd(report) is { } ended)
                reports.Add(ended);
            else if (reports.Find(earlier => earlier.Key == report.Key) is { } same)
                reports.Add(
                    same with
                    {
                        Message = "It is the same as an action before it, and was carried out once.",
                        Attempts = 0,
                        Elapsed = TimeSpan.Zero,
                    }
                );
            else if (run.Prior.IsBegun(report.Key))
                reports.Add(await ResumeAsync(session, run, index, report).ConfigureAwait(false));
            else
                reports.Add(
                    reports.Count > 0 && reports[^1].State != ActionState.Succeeded
                        ? report
                        : await BeginAsync(session, run, index, report, done).ConfigureAwait(false)
                );
        }

        if (
            run.Policy?.UndoOnFailure == true
            && reports.Exists(report => report.State is ActionState.Failed or ActionState.NeedsPerson or ActionState.InDoubt)
        )
            await undo.UndoAsync(session, run, first, done, reports).ConfigureAwait(false);
        return reports;
    }

    /// <summary>Carries out an effect that is no action of the decision: a person is told. Nothing stops it.</summary>
    /// <returns>What became of it; where it did not succeed, nothing about its end is written, so that it is taken up again.</returns>
    public async Task<ActionReport> TellAsync(CaseSession session, ActionRun run, PlannedAction action)
    {
        var report = new ActionReport
        {
            Handler = action.Handler,
            Key = run.KeyOf(action),
            State = ActionState.Failed,
        };
        if (run.Prior.FindEnd(report) is { State: ActionState.Succeeded } told)
            return told;
        if (handlers.Find(action.Handler) is not { } pipeline)
            return report;
        if (!run.Prior.IsBegun(report.Key))
        {
            session.Add(journal.Intent(run, report, NoPlace, isCounted: false));
            await session.WriteAsync().ConfigureAwait(false);
        }

        var bound = pipeline.Handler.Bind(run.CallOf(action));
        report = await CarryOutAsync(session, run, NoPlace, report, pipeline, bound).ConfigureAwait(false);
        if (report.State == ActionState.Succeeded)
            session.Add(journal.Result(run, report, NoPlace));
        return report;
    }

    /// <summary>Tells a person without the journal, which cannot be used.</summary>
    public async Task<bool> TellUnwrittenAsync(ActionRun run, PlannedAction action)
    {
        if (handlers.Find(action.Handler) is not { } pipeline)
            return true;
        var bound = pipeline.Handler.Bind(run.CallOf(action));
        var result = await end.CallAsync(token => pipeline.ExecuteAsync(bound, _ => { }, token)).ConfigureAwait(false);
        return result.Fate == ActionState.Succeeded;
    }

    private async Task<ActionReport> BeginAsync(CaseSession session, ActionRun run, int index, ActionReport report, List<DoneAction> done)
    {
        if (handlers.Find(report.Handler) is not { } pipeline)
            return report with { State = ActionState.Failed, Message = "There is no handler of that name." };
        if (MaskedProblem(run, index) is { } masked)
            return report with { State = ActionState.NotReached, Message = masked };
        var isApproved = run.Approved.Contains(report.Key);
        var refused = await gate.CheckAsync(pipeline.Handler.Signature, run, isApproved, CancellationToken.None).ConfigureAwait(false);
        if (refused is var (fate, reason))
        {
            if (fate == ActionState.WaitsForApproval)
                Request(session, run, index, report);
            return report with { State = fate, Message = reason };
        }

        if (pipeline.TryBind(run.CallOf(index), out var action) is { } misfit)
            return report with { State = ActionState.Failed, Message = misfit };
        var isMessage = messages.TryCount(session, run, run.Resolution.Actions[index]);
        session.Add(journal.Intent(run, report, index, isCounted: true));
        await session.WriteAsync().ConfigureAwait(false);
        refused = await gate.RecheckAsync(run, JournalKeys.Intent(report.Key), CancellationToken.None).ConfigureAwait(false)
            ?? (
                isMessage && await messages.IsOneTooManyAsync(run, CancellationToken.None).ConfigureAwait(false)
                    ? (ActionState.Withheld, "Automation writes to this person as often as it may in a day.")
                    : null
            );
        if (refused is var (withheld, why))
            return Finish(session, run, index, report with { State = withheld, Message = why });

        var ended = await CarryOutAsync(session, run, index, report, pipeline, action!).ConfigureAwait(false);
        if (ended.State == ActionState.Succeeded)
            done.Add(new DoneAction(index, action!, pipeline));
        return Finish(session, run, index, ended);
    }

    /// <summary>
    /// Takes up an action that was begun and has not ended: run again with the same key where that is the same as once, else a person
    /// looks.
    /// </summary>
    private async Task<ActionReport> ResumeAsync(CaseSession session, ActionRun run, int index, ActionReport report)
    {
        var isUndo = run.Prior.IsUndoBegun(report.Key);
        var ended = isUndo
            ? report with
            {
                State = ActionState.UndoFailed,
                Message = "It was to be taken back before a restart; whether that was done is not known.",
            }
            : FindLate(run, report)
                ?? await RunAgainAsync(session, run, index, report).ConfigureAwait(false)
                ?? report with
                {
                    State = ActionState.InDoubt,
                    Message = MaskedProblem(run, index) is null
                        ? "It was begun before a restart, so whether it was done is not known."
                        : "It was begun before a restart, and what it needs is masked in the journal, so whether it was done is not known.",
                };
        Log.Recovered(logger, LogId.Of(run.Issue.Id), ended.Handler, ended.State);
        session.Add(isUndo ? journal.UndoResult(run, ended, index) : journal.Result(run, ended, index));
        return ended;
    }

    // Whether it helped, a handler that can verify must say; it said only that it was done.
    private ActionReport? FindLate(ActionRun run, ActionReport report)
    {
        var late = run.Prior.FindLate(report);
        return late?.State == ActionState.Succeeded && handlers.Find(report.Handler) is { Handler.Signature.CanVerify: true }
            ? late with
            {
                State = ActionState.InDoubt,
            }
            : late;
    }

    private async Task<ActionReport?> RunAgainAsync(CaseSession session, ActionRun run, int index, ActionReport report)
    {
        await stops.EnsureReadAsync(CancellationToken.None).ConfigureAwait(false);
        var mayRunAgain =
            handlers.Find(report.Handler) is { Handler.Signature.IsIdempotent: true }
            && MaskedProblem(run, index) is null
            && options.CurrentValue is { Mode: OperatingMode.Active, DryRun: false }
            && !stops.IsStopped(run.Resolution.Rule?.Id);
        if (!mayRunAgain)
            return null;
        var pipeline = handlers.Find(report.Handler)!;
        if (pipeline.TryBind(run.CallOf(index), out var action) is not null)
            return report with
            {
                State = ActionState.InDoubt,
                Message =
                    "It was begun before a restart; its handler takes the rule's values no more, so whether it was done is not known.",
            };
        return await CarryOutAsync(session, run, index, report, pipeline, action!).ConfigureAwait(false);
    }

    /// <summary>Calls the handler and verifies; writes nothing but what comes too late.</summary>
    private async Task<ActionReport> CarryOutAsync(
        CaseSession session,
        ActionRun run,
        int index,
        ActionReport report,
        HandlerPipeline pipeline,
        IBoundAction action
    )
    {
        await session.EnsureHeldAsync().ConfigureAwait(false);
        var held = session.KeepHeld();
        await using var keeping = held.ConfigureAwait(false);
        using var activity = Telemetry.StartAction(run, report);
        var result = await end.CallAsync(token =>
                pipeline.ExecuteAsync(action, outcome => journal.NoteLate(run, index, report, outcome), token, session.EnsureHeldAsync)
            )
            .ConfigureAwait(false);
        if (result.Fate == ActionState.Succeeded && pipeline.Handler.Signature.CanVerify)
        {
            await session.EnsureHeldAsync().ConfigureAwait(false);
            var verified = await end.CallAsync(token => pipeline.VerifyAsync(action, session.EnsureHeldAsync, token)).ConfigureAwait(false);
            if (verified.Fate != ActionState.Succeeded)
            {
                var message = $"It was done, but whether it helped could not be verified. {verified.Message}".TrimEnd();
                result = verified with
                {
                    Fate = ActionState.Failed,
                    Message = message,
                    Attempts = result.Attempts,
                    Elapsed = result.Elapsed + verified.Elapsed,
                };
            }
        }

        var ended = report with { State = result.Fate, Message = result.Message, Attempts = result.Attempts, Elapsed = result.Elapsed };
        Telemetry.ActionEnded(ended);
        Log.ActionEnded(
            logger,
            LogId.Of(run.Issue.Id),
            run.Resolution.Rule?.Id,
            ended.Handler,
            ended.State,
            ended.Attempts,
            (long)ended.Elapsed.TotalMilliseconds
        );
        return ended;
    }

    private void Request(CaseSession session, ActionRun run, int index, ActionReport report)
    {
        var until = run.Prior.RequestedUntil(report.Key) ?? timeProvider.GetUtcNow() + options.CurrentValue.ApprovalExpiry;
        if (!run.Prior.IsRequested(report.Key))
            session.Add(journal.ApprovalRequest(run, report, index, until));
        session.Content = session.Content with { Requests = [.. session.Content.Requests.Union([report.Key])] };
        session.Next ??= (until, CaseDue.Approval);
    }

    private ActionReport Finish(CaseSession session, ActionRun run, int index, ActionReport report)
    {
        session.Add(journal.Result(run, report, index));
        return report;
    }

    // What the journal masked cannot be handed to a handler or said to a customer.
    private static string? MaskedProblem(ActionRun run, int index) =>
        run.Kept is not { } kept || (kept[index].IsWhole && (run.IsAnswerWhole || kept[index].Handler != BuiltInHandlers.Reply))
            ? null
            : "It was not begun before a restart, and what it needs is masked in the journal.";
}
