namespace AutoResolve.Crash.Hosting;

/// <summary>Not idempotent: a second letter is a second letter.</summary>
internal sealed class SendLetterHandler(World world) : IActionHandler<Target>
{
    public string Name => CallKinds.SendLetter;

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => false;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<Target> context, CancellationToken cancellationToken) =>
        world.DoAsync(Name, context, cancellationToken);
}
