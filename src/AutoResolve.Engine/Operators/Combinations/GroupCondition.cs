using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Combinations;

/// <summary>
/// Every condition of <paramref name="All"/>, at least one of <paramref name="Any"/>, none of <paramref name="None"/>; null where the key
/// is absent.
/// </summary>
internal sealed record GroupCondition(
    IReadOnlyList<Condition>? All,
    IReadOnlyList<Condition>? Any,
    IReadOnlyList<Condition>? None,
    SourceLocation Location
) : Condition(Location)
{
    /// <summary>Whether it stands for a condition that was reported as broken; a file cannot say this.</summary>
    public bool IsStandIn => All is { Count: 0 } && Any is null && None is null;

    /// <summary>
    /// What stands for a broken condition, so that its rule or name exists and nothing that refers to it is reported as well.
    /// </summary>
    public static GroupCondition StandIn(SourceLocation location) => new([], null, null, location);
}
