using AutoResolve.Actions.BuiltIn;

namespace AutoResolve.Tests.PlugIns;

/// <summary>A handler that cannot do what it is asked.</summary>
internal sealed class NothingHandler : IActionHandler<NoParameters>
{
    public string Name => "nothing";

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => false;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        new(ActionOutcome.Failed("There is nothing to do."));
}
