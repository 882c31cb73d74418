using AutoResolve.Matching.Indexing;

namespace AutoResolve.Matching;

/// <summary>All rules of a rulebook, compiled.</summary>
internal sealed class RuleProgram
{
    private Dictionary<string, CompiledRule>? _byId;

    /// <summary>Retired rules are not among them. By id, ordinal.</summary>
    public required IReadOnlyList<CompiledRule> Rules { get; init; }

    /// <summary>The rule of an id; null where there is none, or it is retired.</summary>
    public CompiledRule? Find(string id) => (_byId ??= Rules.ToDictionary(rule => rule.Reference.Id, StringComparer.Ordinal)).GetValueOrDefault(id);

    /// <summary>Finds matching rules among those in shadow, suggest and active.</summary>
    public required IndexedMatcher Matcher { get; init; }
}
