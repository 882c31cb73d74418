using AutoResolve.Scenarios.Worlds;

namespace AutoResolve.Scenarios.Hosting;

internal sealed record UserParameters
{
    public required string User { get; init; }
}

internal sealed record LetterParameters
{
    public required string To { get; init; }
}

internal sealed record NoParameters;

internal sealed class UnlockHandler(Life life, World world, TimeProvider timeProvider)
    : ScriptedHandler<UserParameters>(life, world, timeProvider)
{
    public override string Name => "unlock";

    public override ActionSafety Safety => ActionSafety.Reversible;

    public override bool IsIdempotent => true;

    protected override string Details(UserParameters parameters) => $": user={parameters.User}";
}

internal sealed class LetterHandler(Life life, World world, TimeProvider timeProvider)
    : ScriptedHandler<LetterParameters>(life, world, timeProvider)
{
    public override string Name => "letter";

    public override ActionSafety Safety => ActionSafety.Reversible;

    public override bool IsIdempotent => false;

    protected override string Details(LetterParameters parameters) => $": to={parameters.To}";
}

internal sealed class EraseHandler(Life life, World world, TimeProvider timeProvider)
    : ScriptedHandler<UserParameters>(life, world, timeProvider)
{
    public override string Name => "erase";

    public override ActionSafety Safety => ActionSafety.Irreversible;

    public override bool IsIdempotent => false;

    protected override string Details(UserParameters parameters) => $": user={parameters.User}";
}

internal sealed class LookHandler(Life life, World world, TimeProvider timeProvider)
    : ScriptedHandler<NoParameters>(life, world, timeProvider)
{
    public override string Name => "look";

    public override ActionSafety Safety => ActionSafety.Read;

    public override bool IsIdempotent => true;

    protected override string Details(NoParameters parameters) => "";
}
