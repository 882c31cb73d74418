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
        var elements = phrases.ElementsOf(phrase);
        var words = WordsOf(elements);
        var (rarest, likelihood) = (default(Anchor), double.PositiveInfinity);
        RequiredTerms? list = null;
        for (var at = 0; at < elements.Length; at++)
        {
            if (elements[at] < 0)
            {
                if (AnalyzeList(~elements[at], source) is { } found && found.Cost < likelihood)
                    (list, likelihood) = (found, found.Cost);
                continue;
            }

            var term = Element.TermOf(elements[at]);
            Prefer(new Anchor(AnchorKind.Term, source, term), lexicon.Likelihood(term));
            if (at + 1 < elements.Length && IsWord(elements[at]) && IsWord(elements[at + 1]))
            {
                var next = Element.TermOf(elements[at + 1]);
                Prefer(new Anchor(AnchorKind.Pair, source, term, next), LikelihoodOfPair(term, next));
            }
        }

        var witness = list?.With(words);
        if (witness is null && likelihood < double.PositiveInfinity)
            witness = new RequiredTerms([new GuardedAnchor(rarest, likelihood, words)]);
        return new Requirement(witness, words);

        void Prefer(Anchor anchor, double its)
        {
            if (its < likelihood)
                (rarest, likelihood, list) = (anchor, its, null);
        }
    }

    private RequiredTerms? AnalyzeList(int list, int source) =>
        groups
            .ShareList(list, source, number => Requirement.Any(phrases.Lists[number].Select(part => AnalyzePhrase(part, source))))
            .Witness;

    // Each once.
    private static List<int> WordsOf(ReadOnlySpan<int> elements)
    {
        List<int> words = new(elements.Length);
        foreach (var element in elements)
        {
            if (element > 0 && Element.TermOf(element) is var term && !words.Contains(term))
                words.Add(term);
        }

        return words;
    }

    // Which words may stand in a pair is only known of the words of the lexicon, not of others that satisfy a prefix.
    private bool IsWord(int element) => element > 0 && lexicon.KindOf(Element.TermOf(element)) == TermKind.Word;

    private double LikelihoodOfPair(int first, int second)
    {
        var (one, other) = (lexicon.Likelihood(first), lexicon.Likelihood(second));
        return Math.Min(Math.Min(one, other) * 0.9, one * other * Togetherness);
    }

    private Requirement AnalyzeRuns(CompiledCondition leaf, int source) =>
        runs.Of(leaf) is { } alternatives
            ? Requirement.Any(alternatives.Select(terms => Requirement.All(terms.Select(term => AnalyzeTerm(term, source)))))
            : Requirement.None;

    private Requirement AnalyzeTerm(int term, int source) =>
        new(new RequiredTerms([new GuardedAnchor(new Anchor(AnchorKind.Term, source, term), lexicon.Likelihood(term), [])]), [term]);
}
