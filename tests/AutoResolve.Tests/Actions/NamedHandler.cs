namespace AutoResolve.Tests.Actions;

/// <summary>A handler of any name, so that a test knows its own figures from those of others.</summary>
internal sealed class NamedHandler(string name, bool isIdempotent)
    : ScriptedHandler,
        IActionVerifier<AccountParameters>,
        IActionUndo<AccountParameters>
{
    public override string Name => name;

    public override ActionSafety Safety => ActionSafety.Reversible;

    public override bool IsIdempotent => isIdempotent;

    public Func<ValueTask<ActionOutcome>> Verify { get; set; } = () => new(ActionOutcome.Succeeded());

    public Func<ValueTask<ActionOutcome>> Undo { get; set; } = () => new(ActionOutcome.Succeeded());

    public ValueTask<ActionOutcome> VerifyAsync(ActionContext<AccountParameters> context, CancellationToken cancellationToken) => Verify();

    public ValueTask<ActionOutcome> UndoAsync(ActionContext<AccountParameters> context, CancellationToken cancellationToken) => Undo();
}
