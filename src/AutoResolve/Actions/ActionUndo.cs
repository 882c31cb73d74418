namespace AutoResolve.Actions;

/// <summary>Takes back what was done, the last first.</summary>
internal sealed class ActionUndo(ActionRecorder journal, HostEnd end)
{
    /// <param name="session">The case.</param>
    /// <param name="run">The actions.</param>
    /// <param name="first">The place of the first that was carried out.</param>
    /// <param name="done">Those that succeeded, in their order.</param>
    /// <param name="reports">What became of them: says so of those that are taken back, or cannot be.</param>
    public async Task UndoAsync(CaseSession session, ActionRun run, int first, List<DoneAction> done, List<ActionReport> reports)
    {
        foreach (var (index, action, pipeline) in Enumerable.Reverse(done))
        {
            var report = reports[index - first];
            if (!pipeline.Handler.Signature.CanUndo)
            {
                reports[index - first] = report with
                {
                    State = ActionState.UndoFailed,
                    Message = "It was done; its handler cannot take it back.",
                };
                continue;
            }

            session.Add(journal.UndoIntent(run, report, index));
            await session.WriteAsync().ConfigureAwait(false);
            await session.EnsureHeldAsync().ConfigureAwait(false);
            var held = session.KeepHeld();
            await using var keeping = held.ConfigureAwait(false);
            var result = await end.CallAsync(token => pipeline.UndoAsync(action, session.EnsureHeldAsync, token)).ConfigureAwait(false);
            var undone = report with
            {
                State = result.Fate == ActionState.Succeeded ? ActionState.Undone : ActionState.UndoFailed,
                Message =
                    result.Fate == ActionState.Succeeded
                        ? "It was done, then taken back."
                        : $"It was done, and could not be taken back. {result.Message}".TrimEnd(),
            };
            reports[index - first] = undone;
            session.Add(journal.UndoResult(run, undone, index));
        }
    }
}

/// <summary>An action that succeeded.</summary>
/// <param name="Index">Its place.</param>
/// <param name="Action">The action.</param>
/// <param name="Pipeline">Calls its handler.</param>
internal sealed record DoneAction(int Index, IBoundAction Action, HandlerPipeline Pipeline);
