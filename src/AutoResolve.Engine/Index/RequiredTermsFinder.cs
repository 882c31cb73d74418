using AutoResolve.Matching;

namespace AutoResolve.Index;

/// <summary>
/// Finds what an issue must have for a condition not to be false: of "all" the part that is rarest, of "any" something of each part.
/// </summary>
/// <param name="lexicon">All terms, with how likely each is.</param>
/// <param name="phrases">All phrases.</param>
/// <param name="fields">All fields.</param>
/// <param name="runs">What leaves that read raw text require.</param>
/// <param name="answers">What leaves that ask classifiers require.</param>
/// <param name="groups">Takes what several rules share.</param>
internal sealed class RequiredTermsFinder(
    LexiconBuilder lexicon,
    PhraseTable phrases,
    FieldTable fields,
    LiteralTerms runs,
    ClassifierTerms answers,
    GroupTable groups
)
{
    // One text says more often of two words that they stand together than chance would.
    private const double Togetherness = 20;

    /// <returns>Null where nothing is known to be required.</returns>
    public RequiredTerms? Find(CompiledCondition condition) => Analyze(condition).Witness;

    private Requirement Analyze(CompiledCondition condition) =>
        groups.IsShared(condition) ? groups.Share(condition, () => AnalyzeOut(condition)) : AnalyzeOut(condition);

    private Requirement AnalyzeOut(CompiledCondition condition) =>
        condition switch
        {
            CombinedCondition { Combination: Combination.All } all => Requirement.All(all.Children.Select(Analyze)),
            CombinedCondition { Combination: Combination.Any } any => Requirement.Any(any.Children.Select(Analyze)),
            LeafCondition { LookupField: { } field } leaf => AnalyzeField(leaf, field),
            LeafCondition leaf => AnalyzeLookup(leaf.Lookup, leaf, source: 0),
            _ => Requirement.None,
        };

    private Requirement AnalyzeLookup(Lookup? lookup, CompiledCondition leaf, int source)
    {
        if (lookup is PointsLookup pointed)
            return AnalyzePoints(pointed, source);
        if (lookup is ReadsLookup)
            return AnalyzeTerm(answers.Of(leaf), source);
        if (lookup is not PhraseLookup found)
            return AnalyzeRuns(leaf, source);
        var each = found.Phrases.Select(phrase => AnalyzePhrase(phrases.Add(phrase), source));
        return found.Relation == PhraseRelation.Any ? Requirement.Any(each) : Requirement.All(each);
    }

    // Whatever takes points away, one that gives some must be there.
    private Requirement AnalyzePoints(PointsLookup lookup, int source) =>
        Requirement.Any(
            lookup.Phrases.Where((_, at) => lookup.Points[at] > 0).Select(phrase => AnalyzePhrase(phrases.Add(phrase), source))
        );

    private Requirement AnalyzeField(LeafCondition leaf, string name)
    {
        var field = fields.Add(name);
        var lookup = leaf.Lookup;
        if (lookup is ValueLookup equals)
        {
            field.HasValues = true;
            return new Requirement(
                new RequiredTerms([
                    .. equals
                        .Values.Select(value => FieldTable.HashOf(value))
                        .Distinct()
                        .Select(hash => new GuardedAnchor(new Anchor(AnchorKind.Value, field.Source, hash), 0.001, [])),
                ]),
                []
            );
        }

        var found = AnalyzeLookup(lookup, leaf, field.Source);
        if (found.Witness is not null)
            return found;
        field.HasValues = true;
        return new Requirement(new RequiredTerms([new GuardedAnchor(new Anchor(AnchorKind.Field, field.Source, 0), 0.5, [])]), []);
    }

    // Of a phrase one word, two words side by side, or a list must be there; and all its other words.
    private Requirement AnalyzePhrase(int phrase, int source)
    {
        int[] elements = [.. phrases.ElementsOf(phrase).ToArray().Select(element => element < 0 ? element : Element.TermOf(element))];
        List<RequiredTerms?> candidates = [];
        for (var at = 0; at < elements.Length; at++)
        {
            var element = elements[at];
            if (element < 0)
            {
                candidates.Add(
                    groups
                        .ShareList(~element, source, list =>
                            Requirement.Any(phrases.Lists[list].Select(part => AnalyzePhrase(part, source)))
                        )
                        .Witness
                );
                continue;
            }

            candidates.Add(
                new RequiredTerms([new GuardedAnchor(new Anchor(AnchorKind.Term, source, element), lexicon.Likelihood(element), [])])
            );
            if (at + 1 < elements.Length && IsWord(element) && IsWord(elements[at + 1]))
                candidates.Add(Pair(source, element, elements[at + 1]));
        }

        var words = elements.Where(element => element > 0).Distinct().ToList();
        return new Requirement(RequiredTerms.Cheapest(candidates)?.With(words), words);
    }

    // Which words may stand in a pair is only known of the words of the lexicon, not of others that satisfy a prefix.
    private bool IsWord(int element) => element > 0 && lexicon.KindOf(element) == TermKind.Word;

    private RequiredTerms Pair(int source, int first, int second)
    {
        var (one, other) = (lexicon.Likelihood(first), lexicon.Likelihood(second));
        var likelihood = Math.Min(Math.Min(one, other) * 0.9, one * other * Togetherness);
        return new RequiredTerms([new GuardedAnchor(new Anchor(AnchorKind.Pair, source, first, second), likelihood, [])]);
    }

    private Requirement AnalyzeRuns(CompiledCondition leaf, int source) =>
        runs.Of(leaf) is { } alternatives
            ? Requirement.Any(alternatives.Select(terms => Requirement.All(terms.Select(term => AnalyzeTerm(term, source)))))
            : Requirement.None;

    private Requirement AnalyzeTerm(int term, int source) =>
        new(new RequiredTerms([new GuardedAnchor(new Anchor(AnchorKind.Term, source, term), lexicon.Likelihood(term), [])]), [term]);
}
