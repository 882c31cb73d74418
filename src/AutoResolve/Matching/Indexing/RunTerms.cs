using AutoResolve.Matching.Conditions;

namespace AutoResolve.Matching.Indexing;

/// <summary>What conditions that read raw text require of its words, as terms.</summary>
internal sealed class RunTerms(LexiconBuilder lexicon)
{
    private readonly Dictionary<CompiledCondition, IReadOnlyList<IReadOnlyList<int>>> _terms = new(ReferenceEqualityComparer.Instance);

    /// <returns>Alternatives, each terms that must all be there; null where nothing is known to be required.</returns>
    public IReadOnlyList<IReadOnlyList<int>>? Of(CompiledCondition leaf) => _terms.GetValueOrDefault(leaf);

    /// <returns>Whether the condition requires any.</returns>
    public bool Add(LeafCondition leaf) => lexicon.TermCount < 0 && _terms.TryAdd(leaf, []);
}
