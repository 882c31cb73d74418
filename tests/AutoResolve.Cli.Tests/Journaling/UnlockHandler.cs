namespace AutoResolve.Cli.Tests.Journaling;

internal sealed class UnlockHandler : IActionHandler<NoParameters>
{
    public string Name => "unlock";

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> action, CancellationToken cancellationToken) =>
        new(ActionOutcome.Succeeded());
}
