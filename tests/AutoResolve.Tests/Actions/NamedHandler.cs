namespace AutoResolve.Tests.Actions;

/// <summary>A handler of any name, so that a test knows its own figures from those of others.</summary>
internal sealed class NamedHandler(string name, bool isIdempotent) : ScriptedHandler
{
    public override string Name => name;

    public override ActionSafety Safety => ActionSafety.Reversible;

    public override bool IsIdempotent => isIdempotent;
}
