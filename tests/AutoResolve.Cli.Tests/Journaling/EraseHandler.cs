namespace AutoResolve.Cli.Tests.Journaling;

internal sealed class EraseHandler : IActionHandler<NoParameters>
{
    public string Name => "erase";

    public ActionSafety Safety => ActionSafety.Irreversible;

    public bool IsIdempotent => false;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> action, CancellationToken cancellationToken) =>
        new(ActionOutcome.Succeeded());
}
