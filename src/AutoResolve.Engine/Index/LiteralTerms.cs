using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>What conditions that read raw text require of its words, as terms.</summary>
/// <param name="lexicon">Takes the terms.</param>
/// <param name="patterns">What each pattern requires.</param>
internal sealed class LiteralTerms(LexiconBuilder lexicon, IReadOnlyDictionary<string, LiteralRequirement?> patterns)
{
    // Longer parts of words would hardly be rarer.
    private const int MaxPartLength = 4;

    private readonly Dictionary<CompiledCondition, IReadOnlyList<IReadOnlyList<int>>> _terms = new(ReferenceEqualityComparer.Instance);

    /// <returns>Alternatives, each terms that must all be there; null where nothing is known to be required.</returns>
    public IReadOnlyList<IReadOnlyList<int>>? Of(CompiledCondition leaf) => _terms.GetValueOrDefault(leaf);

    /// <returns>Whether the condition requires any.</returns>
    public bool Add(LeafCondition leaf, Lookup? lookup)
    {
        if (RequirementOf(lookup) is not { } requirement)
            return false;
        _terms.TryAdd(leaf, [.. requirement.Alternatives.Select(runs => (IReadOnlyList<int>)[.. runs.Select(TermOf).Distinct()])]);
        return true;
    }

    private LiteralRequirement? RequirementOf(Lookup? lookup) =>
        lookup switch
        {
            LiteralLookup literals => literals.Required,
            StringLookup strings => LiteralRequirement.Any(strings.Strings.Select(LiteralRequirement.OfString)),
            RegexLookup regex => patterns.GetValueOrDefault(regex.Pattern),
            ValueLookup values => LiteralRequirement.Any(values.Values.Select(LiteralRequirement.OfString)),
            _ => null,
        };

    private int TermOf(RequiredLiteral run) =>
        (run.IsStart, run.IsEnd) switch
        {
            (true, true) => lexicon.UseExact(run.Text),
            (true, false) => lexicon.UsePrefix(run.Text),
            _ => lexicon.UsePart(RarestPart(run.Text)),
        };

    private string RarestPart(string text) =>
        text.Length <= MaxPartLength
            ? text
            : Enumerable
                .Range(0, text.Length - MaxPartLength + 1)
                .Select(start => text.Substring(start, MaxPartLength))
                .MinBy(lexicon.UsesOfPart)!;
}
