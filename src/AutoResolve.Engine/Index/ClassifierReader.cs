using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words.Features;

namespace AutoResolve.Index;

/// <summary>Asks classifiers about the text of one issue after the other, each once for all conditions.</summary>
/// <param name="asked">The classifiers.</param>
/// <param name="text">The words of the issue; takes a term for each question whose answer holds.</param>
/// <param name="runner">Says which of them stand together.</param>
internal sealed class ClassifierReader(AskedClassifier[] asked, TokenizedIssue text, ConditionRunner runner)
{
    private readonly ClassifiedText[] _classified = Array.ConvertAll(asked, one => new ClassifiedText(one.Classifier));

    // By classifier, which of the texts that stand together it has read last.
    private readonly int[] _units = new int[asked.Length];

    /// <summary>Asks all of them about the words that were read.</summary>
    /// <param name="isForGuards">Whether only guards read these words.</param>
    public void Read(bool isForGuards)
    {
        if (asked.Length > 0)
            runner.Work.BeginRule(isForGuards);
        for (var number = 0; number < asked.Length; number++)
        {
            var part = (int)asked[number].Part;
            for (var unit = 0; unit < runner.UnitCountOf(part); unit++)
            {
                // What it costs is paid for and not refused: it is no more than to find the words, and guards need the answers that rules
                // have.
                Read(number, unit);
                runner.Work.Take(WordsOf(runner.UnitOf(part, unit)));
                Answer(asked[number].Questions, _classified[number]);
            }
        }
    }

    /// <summary>Finds what tells most for what a condition asks, where the answer holds.</summary>
    /// <param name="leaf">The condition.</param>
    /// <param name="lookup">What it asks.</param>
    /// <param name="found">Takes the words and what they are in the classifier.</param>
    public LeafResult FindTelling(LeafCondition leaf, ReadsLookup lookup, List<(PhrasePlace Place, string Feature)> found)
    {
        var number = NumberOf(lookup.Classifier, leaf.LookupPart);
        var part = (int)leaf.LookupPart;
        for (var unit = 0; unit < runner.UnitCountOf(part); unit++)
        {
            if (!runner.Work.Take(WordsOf(runner.UnitOf(part, unit))))
                return LeafResult.Unknown;
            if (_units[number] != unit)
                Read(number, unit);
            if (_classified[number].ShareOf(lookup.Labels, lookup.IsUnlike) < lookup.LeastShare)
                continue;
            AddTelling(lookup, _classified[number], runner.UnitOf(part, unit), found);
            return LeafResult.Holds(1);
        }

        return LeafResult.Fails;
    }

    private static void AddTelling(
        ReadsLookup lookup,
        ClassifiedText classified,
        (Range First, Range Second) texts,
        List<(PhrasePlace Place, string Feature)> found
    )
    {
        Span<KnownFeature> features = stackalloc KnownFeature[ReadsLookup.MaxNamed];
        foreach (var (place, word, words) in features[..classified.FindTelling(lookup.Labels, lookup.IsUnlike, features)])
        {
            // Between the two texts stands a gap.
            var length = texts.First.End.Value - texts.First.Start.Value;
            var start = word < length ? texts.First.Start.Value + word : texts.Second.Start.Value + word - length - 1;
            found.Add((new PhrasePlace(start, start + words), lookup.Classifier.NameOf(place)));
        }
    }

    private void Read(int number, int unit)
    {
        var (first, second) = runner.UnitOf((int)asked[number].Part, unit);
        var classified = _classified[number];
        _units[number] = unit;
        var words = text.Features;
        classified.Begin();
        foreach (var word in words[first])
            classified.Add(word);
        classified.Add(0);
        foreach (var word in words[second])
            classified.Add(word);
        classified.Judge();
    }

    private int NumberOf(TextClassifier classifier, TextPart part)
    {
        var number = 0;
        while (asked[number].Classifier != classifier || asked[number].Part != part)
            number++;
        return number;
    }

    private static int WordsOf((Range First, Range Second) texts) =>
        texts.First.End.Value - texts.First.Start.Value + texts.Second.End.Value - texts.Second.Start.Value;

    private void Answer(ClassifierQuestion[] questions, ClassifiedText classified)
    {
        foreach (ref readonly var question in questions.AsSpan())
        {
            if (classified.ShareOf(question.Labels, question.IsUnlike) >= question.LeastShare)
                text.Add(question.Term);
        }
    }
}
