using AutoResolve.Matching;

namespace AutoResolve.Testing;

/// <summary>Adds up what the traces of tests have seen.</summary>
internal sealed class CoverageCounter
{
    private readonly Dictionary<(string Of, string Pointer), ConditionCoverage> _seen = [];

    public void Add(CompiledRule rule, ConditionTrace trace) => Add(rule, trace, sees: true);

    /// <summary>Counts the conditions of a rule that has no tests.</summary>
    public void AddUnseen(CompiledRule rule, ConditionTrace trace) => Add(rule, trace, sees: false);

    /// <returns>By owner, in the order of the conditions.</returns>
    public IReadOnlyList<ConditionCoverage> ToList() => [.. _seen.Values.OrderBy(condition => condition.Owner, StringComparer.Ordinal)];

    private void Add(CompiledRule rule, ConditionTrace trace, bool sees)
    {
        foreach (var node in ConditionTracer.Flatten(trace))
        {
            var owner = IsOfSet(node.Pointer) ? rule.Rule.Set : rule.Reference.Id;
            var key = (IsNamed(node.Pointer) ? node.Description : owner, node.Pointer);
            var before = _seen.GetValueOrDefault(key) ?? new ConditionCoverage(owner, node.Pointer, node.Description, false, false);
            _seen[key] = before with
            {
                SeenTrue = before.SeenTrue || (sees && node.Truth == Truth.True),
                SeenFalse = before.SeenFalse || (sees && node.Truth == Truth.False),
            };
        }
    }

    // A named condition is one condition, however many rules of its set use it, and so is what takes away all of them.
    private static bool IsOfSet(string pointer) => IsNamed(pointer) || pointer.StartsWith("/none", StringComparison.Ordinal);

    // A shared one is one, whichever sets use it; of two that are called alike in sets of their own and say the same, each shows the other.
    private static bool IsNamed(string pointer) => pointer.StartsWith("/conditions/", StringComparison.Ordinal);
}
