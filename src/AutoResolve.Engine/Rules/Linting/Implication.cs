using AutoResolve.Json;
using AutoResolve.Operators.Combinations;
using AutoResolve.Operators.Comparisons;
using AutoResolve.Operators.Contains;
using AutoResolve.Operators.Fields;
using AutoResolve.Operators.Near;
using AutoResolve.Operators.Phrases;
using AutoResolve.Operators.Regexes;
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
            FieldCondition leaf => leaf.Field.Value.Equals(field, StringComparison.OrdinalIgnoreCase) && !leaf.Comparisons.Any(AllowsNone),
            UseCondition use => _named.Value.TryGetValue(use.Name.Value, out var named) && Requires(named, field),
            GroupCondition group => group.All?.Any(part => Requires(part, field)) == true
                || group.Any?.All(part => Requires(part, field)) == true,
            _ => false,
        };

    /// <summary>Whether one condition holds wherever another does.</summary>
    /// <param name="given">The other.</param>
    /// <param name="wanted">The one.</param>
    public bool Holds(Condition given, Condition wanted)
    {
        if (!IsCheap())
            return false;
        if (IsSame(given, wanted))
            return true;
        return (wanted is UseCondition use && _named.Value.TryGetValue(use.Name.Value, out var named) && Holds(given, named))
            || (wanted is GroupCondition whole && HoldsWhole(given, whole))
            || HoldsByPart(given, wanted);
    }

    // Compared with anything else, a field that is not there is false.
    private static bool AllowsNone(ValueComparison test) =>
        test switch
        {
            ExistsTest exists => !exists.Exists,
            StringTest { Operator: StringOperator.Equals } equal => equal.Values.Any(value => string.IsNullOrWhiteSpace(value.Value)),
            _ => false,
        };

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

    private static bool IsSame(Condition given, Condition wanted) =>
        (given, wanted) switch
        {
            (UseCondition one, UseCondition other) => one.Name.Value == other.Name.Value,
            (PhrasesCondition one, PhrasesCondition other) => one.In == other.In && HasOf(one, other),
            (NearCondition one, NearCondition other) => one.In == other.In
                && one.Within <= other.Within
                && AreSame(one.Phrases, other.Phrases),
            (ContainsCondition one, ContainsCondition other) => one.In == other.In && AreAmong(one.Strings, other.Strings),
            (RegexCondition one, RegexCondition other) => one.In == other.In && one.Pattern.Value == other.Pattern.Value,
            _ => false,
        };

    private static bool HasOf(PhrasesCondition given, PhrasesCondition wanted) =>
        (given.RequireAll, wanted.RequireAll) switch
        {
            (false, false) => AreAmong(given.Phrases, wanted.Phrases),
            (true, false) => given.Phrases.Any(phrase => AreAmong([phrase], wanted.Phrases)),
            (true, true) => AreAmong(wanted.Phrases, given.Phrases),
            (false, true) => AreSame(given.Phrases, wanted.Phrases) && given.Phrases.Count == 1,
        };

    private static bool AreAmong(IReadOnlyList<Located<string>> some, IReadOnlyList<Located<string>> all) =>
        some.All(one => all.Any(other => one.Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase)));

    private static bool AreSame(IReadOnlyList<Located<string>> some, IReadOnlyList<Located<string>> others) =>
        AreAmong(some, others) && AreAmong(others, some);

    private bool IsCheap() => _looked++ < Most;
}
