using AutoResolve.Actions.BuiltIn;

namespace AutoResolve.Tests.PlugIns;

/// <summary>A handler of which a host has one, or many, that says which it was.</summary>
internal sealed class OneForAllHandler : IActionHandler<NoParameters>
{
    private int _calls;

    public string Name => "fix";

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        new(ActionOutcome.Succeeded($"Call {++_calls}."));
}
