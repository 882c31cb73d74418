using AutoResolve.Operators.Combinations;
using AutoResolve.Operators.Uses;

namespace AutoResolve.Rules.Linting;

/// <summary>
/// What follows from a condition, as far as its shape shows: nothing is known of what words mean. What it says follows does follow; much
/// else does too.
/// </summary>
/// <param name="visible">The sets whose named conditions may be used.</param>
internal sealed class Implication(IReadOnlyList<RuleSet> visible)
{
    // Conditions that use each other many times over are looked at only so far.
    private const int Most = 1000;

    private readonly Lazy<Dictionary<string, Condition>> _named = new(() =>
        visible
            .SelectMany(set => set.Conditions)
            .DistinctBy(named => named.Name.Value)
            .ToDictionary(named => named.Name.Value, named => named.Condition, StringComparer.Ordinal)
    );

    private int _looked;

    /// <summary>Whether a field has a value wherever a condition holds.</summary>
    public bool Requires(Condition condition, string field) =>
        IsCheap()
        && condition switch
        {
            UseCondition use => _named.Value.TryGetValue(use.Name.Value, out var named) && Requires(named, field),
            GroupCondition group => group.All?.Any(part => Requires(part, field)) == true
                || group.Any?.All(part => Requires(part, field)) == true,
            _ => condition.RequiresField(field),
        };

    /// <summary>Whether one condition holds wherever another does.</summary>
    /// <param name="given">The other.</param>
    /// <param name="wanted">The one.</param>
    public bool Holds(Condition given, Condition wanted)
    {
        if (!IsCheap())
            return false;
        if (wanted.FollowsFrom(given))
            return true;
        return (wanted is UseCondition use && _named.Value.TryGetValue(use.Name.Value, out var named) && Holds(given, named))
            || (wanted is GroupCondition whole && HoldsWhole(given, whole))
            || HoldsByPart(given, wanted);
    }

    private bool HoldsWhole(Condition given, GroupCondition wanted) =>
        wanted.None is null && wanted.All?.All(part => Holds(given, part)) != false && wanted.Any?.Any(part => Holds(given, part)) != false;

    private bool HoldsByPart(Condition given, Condition wanted) =>
        given switch
        {
            UseCondition use => _named.Value.TryGetValue(use.Name.Value, out var named) && Holds(named, wanted),
            GroupCondition group => group.All?.Any(part => Holds(part, wanted)) == true
                || group.Any?.All(part => Holds(part, wanted)) == true,
            _ => false,
        };

    private bool IsCheap() => _looked++ < Most;
}
