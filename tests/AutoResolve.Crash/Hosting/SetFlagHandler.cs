namespace AutoResolve.Crash.Hosting;

/// <summary>Idempotent, and can be taken back.</summary>
internal sealed class SetFlagHandler(World world) : IActionHandler<Target>, IActionUndo<Target>
{
    public string Name => "set-flag";

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<Target> context, CancellationToken cancellationToken) => world.ChangeAsync(Name, context, cancellationToken);

    public ValueTask<ActionOutcome> UndoAsync(ActionContext<Target> context, CancellationToken cancellationToken) => world.ChangeAsync("clear-flag", context, cancellationToken);
}
