using AutoResolve.Actions.BuiltIn;

namespace AutoResolve.Tests.PlugIns;

/// <summary>Uses a service that lives as long as a scope, in whatever it is asked.</summary>
internal sealed class DbHandler(Db db, DbScript script)
    : IActionHandler<NoParameters>,
        IActionVerifier<NoParameters>,
        IActionUndo<NoParameters>,
        IActionDryRun<NoParameters>
{
    public string Name => "fix";

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        db.UseAsync("fix", async () => await script.Fix(context.Attempt));

    public ValueTask<ActionOutcome> VerifyAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        db.UseAsync("verify", () => Task.FromResult(script.Verified));

    public ValueTask<ActionOutcome> UndoAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        db.UseAsync("undo", () => Task.FromResult(ActionOutcome.Succeeded()));

    public ValueTask<ActionOutcome> DryRunAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        db.UseAsync("rehearse", () => Task.FromResult(ActionOutcome.Succeeded("Would fix it.")));
}
