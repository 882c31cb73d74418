using AutoResolve.Actions.BuiltIn;

namespace AutoResolve.Tests.PlugIns;

/// <summary>A handler of what no host has.</summary>
internal sealed class NeedsHandler(INeeded needed) : IActionHandler<NoParameters>
{
    public string Name => $"needs {needed}";

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
