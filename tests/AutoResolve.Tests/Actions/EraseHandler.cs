namespace AutoResolve.Tests.Actions;

/// <summary>What it does cannot be undone.</summary>
internal sealed class EraseHandler : ScriptedHandler
{
    public override string Name => "erase";

    public override ActionSafety Safety => ActionSafety.Irreversible;

    public override bool IsIdempotent => true;
}
