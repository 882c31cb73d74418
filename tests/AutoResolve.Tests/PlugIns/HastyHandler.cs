using AutoResolve.Actions.BuiltIn;

namespace AutoResolve.Tests.PlugIns;

/// <summary>A handler that needs the rules to be made, which need it.</summary>
internal sealed class HastyHandler(IRulebookMonitor rulebooks) : IActionHandler<NoParameters>
{
    public string Name { get; } = $"hasty-{rulebooks.Current.Revision}";

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
