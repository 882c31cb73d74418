namespace AutoResolve.Tests.Actions;

/// <summary>Not idempotent, and able to do no more than a handler must.</summary>
internal sealed class NotifyHandler : ScriptedHandler
{
    public override string Name => "notify";

    public override ActionSafety Safety => ActionSafety.Reversible;

    public override bool IsIdempotent => false;
}
