namespace AutoResolve.Crash.Hosting;

/// <summary>Idempotent, and can be taken back.</summary>
internal sealed class SetFlagHandler(World world) : IActionHandler<Target>, IActionUndo<Target>
{
    public string Name => CallKinds.SetFlag;

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<Target> context, CancellationToken cancellationToken) =>
        world.DoAsync(Name, context, cancellationToken);

    public ValueTask<ActionOutcome> UndoAsync(ActionContext<Target> context, CancellationToken cancellationToken) =>
        world.DoAsync(CallKinds.ClearFlag, context, cancellationToken);
}
