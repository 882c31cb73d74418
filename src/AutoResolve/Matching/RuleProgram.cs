using AutoResolve.Matching.Indexing;

namespace AutoResolve.Matching;

/// <summary>All rules of a rulebook, compiled.</summary>
internal sealed class RuleProgram
{
    /// <summary>Retired rules are not among them. By id, ordinal.</summary>
    public required IReadOnlyList<CompiledRule> Rules { get; init; }

    /// <summary>Finds matching rules among those in shadow, suggest and active.</summary>
    public required IndexedMatcher Matcher { get; init; }
}
