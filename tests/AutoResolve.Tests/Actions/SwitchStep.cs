namespace AutoResolve.Tests.Actions;

/// <summary>One thing that happens to two hosts and their journal.</summary>
/// <param name="Kind">What.</param>
/// <param name="Host">To which host.</param>
/// <param name="Rule">About which rule; null for all.</param>
internal sealed record SwitchStep(SwitchStepKind Kind, int Host, string? Rule)
{
    public override string ToString() => $"{Kind} {(Host == 0 ? "a" : "b")} {Rule ?? "*"}";
}
