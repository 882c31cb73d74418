namespace AutoResolve.Crash.Hosting;

/// <summary>Changes nothing and always fails.</summary>
internal sealed class RefuseHandler : IActionHandler<Target>
{
    public string Name => CallKinds.Refuse;

    public ActionSafety Safety => ActionSafety.Read;

    public bool IsIdempotent => true;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<Target> context, CancellationToken cancellationToken) =>
        new(ActionOutcome.Failed("It never passes."));
}
