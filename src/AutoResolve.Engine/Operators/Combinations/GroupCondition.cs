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
    public override IEnumerable<Condition> Inside => (All ?? []).Concat(Any ?? []).Concat(None ?? []);
}
