using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>What conditions that read raw text require of its letters, as terms.</summary>
/// <param name="lexicon">Takes the terms.</param>
/// <param name="patterns">What each pattern requires.</param>
internal sealed class LiteralTerms(LexiconBuilder lexicon, IReadOnlyDictionary<string, LiteralRequirement?> patterns)
{
    private readonly Dictionary<CompiledCondition, int[][]> _terms = new(ReferenceEqualityComparer.Instance);

    /// <returns>Alternatives, each terms that must all be there; null where nothing is known to be required.</returns>
    public int[][]? Of(CompiledCondition leaf) => _terms.GetValueOrDefault(leaf);

    /// <returns>Whether the condition requires any.</returns>
    public bool Add(LeafCondition leaf, Lookup? lookup)
    {
        if (RequirementOf(lookup) is not { } requirement)
            return false;
        _terms.TryAdd(leaf, [.. requirement.Alternatives.Select(runs => runs.Select(TermOf).Distinct().ToArray())]);
        return true;
    }

    private LiteralRequirement? RequirementOf(Lookup? lookup) =>
        lookup switch
        {
            LiteralLookup literals => literals.Required,
            StringLookup strings => LiteralRequirement.OfStrings(strings.Strings),
            RegexLookup regex => patterns.GetValueOrDefault(regex.Pattern),
            _ => null,
        };

    private int TermOf(RequiredLiteral run) => run is { IsStart: true, IsEnd: true } ? lexicon.UseExact(run.Text) : lexicon.Use(run);
}
