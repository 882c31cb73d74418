namespace AutoResolve.Crash.Hosting;

/// <summary>Irreversible, so a person approves it; and not idempotent.</summary>
internal sealed class EraseHandler(World world) : IActionHandler<Target>
{
    public string Name => CallKinds.Erase;

    public ActionSafety Safety => ActionSafety.Irreversible;

    public bool IsIdempotent => false;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<Target> context, CancellationToken cancellationToken) =>
        world.DoAsync(Name, context, cancellationToken);
}
