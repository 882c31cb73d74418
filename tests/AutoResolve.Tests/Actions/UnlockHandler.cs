namespace AutoResolve.Tests.Actions;

/// <summary>Idempotent, and able to do all that a handler can.</summary>
internal sealed class UnlockHandler
    : ScriptedHandler,
        IActionVerifier<AccountParameters>,
        IActionUndo<AccountParameters>,
        IActionDryRun<AccountParameters>
{
    public override string Name => "unlock";

    public override ActionSafety Safety => ActionSafety.Reversible;

    public override bool IsIdempotent => true;

    public List<string> Undone { get; } = [];

    public ActionOutcome Verified { get; set; } = ActionOutcome.Succeeded();

    public Func<ActionOutcome> Undo { get; set; } = () => ActionOutcome.Succeeded();

    public ValueTask<ActionOutcome> VerifyAsync(ActionContext<AccountParameters> context, CancellationToken cancellationToken) =>
        new(Verified);

    public ValueTask<ActionOutcome> UndoAsync(ActionContext<AccountParameters> context, CancellationToken cancellationToken)
    {
        Undone.Add(context.Parameters.Account);
        return new(Undo());
    }

    public ValueTask<ActionOutcome> DryRunAsync(ActionContext<AccountParameters> context, CancellationToken cancellationToken) =>
        new(ActionOutcome.Succeeded($"Would unlock {context.Parameters.Account}."));
}
