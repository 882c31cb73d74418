namespace AutoResolve.Insights.Mining;

/// <summary>
/// Finds the conjunctions that tell labels apart. Each text proposes conjunctions of its most telling phrases, and chooses the most
/// credible of its label (after HARMONY: Wang and
/// Karypis, HARMONY: Efficiently Mining the Best Rules for Classification, 2005).
/// </summary>
internal sealed class Induction
{
    private const int TellingPhrases = 6;
    private const int MaxConjunction = 3;
    private const int ChosenByEach = 2;
    private readonly Vocabulary _vocabulary;
    private readonly ConjunctionTree _tree = new();

    private Induction(Vocabulary vocabulary) => _vocabulary = vocabulary;

    public Vocabulary Vocabulary => _vocabulary;

    public IEnumerable<Conjunction> Conjunctions => _tree.Candidates();

    /// <param name="samples">What is learned from, the background included.</param>
    /// <param name="labels">How many labels there are, the background's included where there is one.</param>
    /// <param name="confidence">What makes a conjunction credible.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Induction Run(
        IReadOnlyList<Sample> samples,
        int labels,
        ConfidenceModel confidence,
        MiningOptions options,
        CancellationToken cancellationToken
    )
    {
        var induction = new Induction(Vocabulary.Of(samples.Select(sample => sample.Text)));
        foreach (var sample in samples)
            sample.Phrases = induction._vocabulary.Find(sample.Text);
        cancellationToken.ThrowIfCancellationRequested();
        var weights = PhraseWeights.Train(samples, induction._vocabulary.Count, labels, options.Seed, cancellationToken);
        induction.Propose(samples, weights);
        induction.Count(samples, weights, options, cancellationToken);
        induction.Judge(confidence);
        induction.Choose(samples, confidence);
        return induction;
    }

    public void Judge(ConfidenceModel confidence)
    {
        foreach (var conjunction in _tree.Candidates())
            conjunction.Confidence = confidence.Of(conjunction);
    }

    /// <summary>The conjunctions that hold for a text.</summary>
    public List<Conjunction> Find(string text)
    {
        var found = new List<Conjunction>();
        _tree.Find(_vocabulary.Find(text), found);
        return found;
    }

    private void Propose(IReadOnlyList<Sample> samples, PhraseWeights weights)
    {
        foreach (var sample in samples.Where(sample => sample.Label != Sample.Background))
        {
            int[] telling =
            [
                .. sample
                    .Phrases.Select(phrase => (Phrase: phrase, Lift: weights.Lift(phrase, sample.Label)))
                    .Where(entry => entry.Lift > 0)
                    .OrderByDescending(entry => entry.Lift)
                    .ThenBy(entry => entry.Phrase)
                    .Take(TellingPhrases)
                    .Select(entry => entry.Phrase)
                    .Order(),
            ];
            _tree.Propose(telling, MaxConjunction, _vocabulary);
        }

        _tree.Keep(conjunction => conjunction.Proposals >= 2);
    }

    private void Count(IReadOnlyList<Sample> samples, PhraseWeights weights, MiningOptions options, CancellationToken cancellationToken)
    {
        var found = new List<Conjunction>();
        foreach (var sample in samples)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Clear();
            _tree.Find(sample.Phrases, found);
            foreach (var conjunction in found)
            {
                conjunction.Matches++;
                conjunction.MatchesByLabel[sample.Label] = conjunction.MatchesByLabel.GetValueOrDefault(sample.Label) + 1;
            }
        }

        var buffer = new float[weights.Labels];
        _tree.Keep(conjunction =>
        {
            if (conjunction.Matches < options.MinMatches)
                return false;
            (conjunction.Label, conjunction.Hits) = conjunction
                .MatchesByLabel.OrderByDescending(entry => entry.Value)
                .ThenBy(entry => entry.Key)
                .Select(entry => (entry.Key, entry.Value))
                .First();
            if (conjunction.Label == Sample.Background || conjunction.Hits * 2 < conjunction.Matches)
                return false;
            conjunction.Prior = weights.Probability(conjunction.Phrases, conjunction.Label, buffer);
            return true;
        });
    }

    private void Choose(IReadOnlyList<Sample> samples, ConfidenceModel confidence)
    {
        var found = new List<Conjunction>();
        foreach (var sample in samples)
        {
            found.Clear();
            _tree.Find(sample.Phrases, found);
            foreach (
                var conjunction in found
                    .Where(conjunction => conjunction.Label == sample.Label)
                    .OrderByDescending(conjunction => confidence.Of(conjunction, without: 1))
                    .ThenByDescending(conjunction => conjunction.Matches)
                    .ThenBy(conjunction => conjunction.Phrases.Length)
                    .Take(ChosenByEach)
            )
            {
                conjunction.IsChosen = true;
            }
        }

        _tree.Keep(conjunction => conjunction.IsChosen);
    }
}
