using AutoResolve.Actions.BuiltIn;

namespace AutoResolve.Tests.PlugIns;

/// <summary>What a person must approve, with a service that lives as long as a scope.</summary>
internal sealed class DbEraser(Db db) : IActionHandler<NoParameters>
{
    public string Name => "erase";

    public ActionSafety Safety => ActionSafety.Irreversible;

    public bool IsIdempotent => false;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        db.UseAsync("erase", () => Task.FromResult(ActionOutcome.Succeeded()));
}
