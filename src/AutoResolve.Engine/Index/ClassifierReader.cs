using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words.Features;

namespace AutoResolve.Index;

/// <summary>Asks classifiers about the text of one issue after the other, each once for all conditions.</summary>
/// <param name="index">The classifiers, and what they know.</param>
/// <param name="text">The words of the issue; takes a term for each question whose answer holds.</param>
/// <param name="runner">Says which of them stand together.</param>
internal sealed class ClassifierReader(RuleIndex index, TokenizedIssue text, ConditionRunner runner)
{
    private readonly AskedClassifier[] _asked = index.Classifiers;
    private readonly FeatureTable _features = index.Features;
    private readonly ClassifiedText[] _classified = Array.ConvertAll(index.Classifiers, one => new ClassifiedText(one.Classifier));
    private readonly TextPart[] _parts = [.. index.Classifiers.Select(one => one.Part).Distinct()];

    // By classifier, which of the texts that stand together it has read last.
    private readonly int[] _units = new int[index.Classifiers.Length];

    /// <summary>Asks all of them about the words that were read.</summary>
    /// <param name="isForGuards">Whether only guards read these words.</param>
    public void Read(bool isForGuards)
    {
        if (_asked.Length > 0)
            runner.Work.BeginRule(isForGuards);
        foreach (var part in _parts)
        {
            for (var unit = 0; unit < runner.UnitCountOf((int)part); unit++)
            {
                Read(part, unit);
                Answer(part, unit);
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
        for (var unit = 0; unit < runner.UnitCountOf((int)leaf.LookupPart); unit++)
        {
            var texts = runner.UnitOf((int)leaf.LookupPart, unit);
            if (!runner.Work.Take(WordsOf(texts) * (lookup.Window > 0 ? ClassifiedText.WindowsOver : 1)))
                return LeafResult.Unknown;
            if (_units[number] != unit)
                Read(leaf.LookupPart, unit);
            if (!_classified[number].JudgeFirst(lookup.Labels, lookup.IsUnlike, lookup.LeastShare, lookup.Window))
                continue;
            AddTelling(lookup, _classified[number], texts, found);
            return LeafResult.Holds(1);
        }

        return LeafResult.Fails;
    }

    private void AddTelling(
        ReadsLookup lookup,
        ClassifiedText classified,
        (Range First, Range Second) texts,
        List<(PhrasePlace Place, string Feature)> found
    )
    {
        Span<KnownFeature> features = stackalloc KnownFeature[ReadsLookup.MaxNamed];
        foreach (var (start, word, words, _) in features[..classified.FindTelling(lookup.Labels, lookup.IsUnlike, features)])
        {
            var place = PlaceOf(word, texts);
            found.Add((new PhrasePlace(place, place + words), lookup.Classifier.NameOf(start)));
        }
    }

    // Gaps have a place and no number.
    private int PlaceOf(int word, (Range First, Range Second) texts)
    {
        var left = word;
        foreach (var range in (ReadOnlySpan<Range>)[texts.First, texts.Second])
        {
            for (var place = range.Start.Value; place < range.End.Value; place++)
            {
                if (text.Features[place] != 0 && left-- == 0)
                    return place;
            }
        }

        throw new InvalidOperationException($"There is no word {word}.");
    }

    // Each feature is looked up once for all.
    private void Read(TextPart part, int unit)
    {
        for (var number = 0; number < _asked.Length; number++)
        {
            if (_asked[number].Part != part)
                continue;
            _classified[number].Begin();
            _units[number] = unit;
        }

        var (first, second) = runner.UnitOf((int)part, unit);
        var words = Add(part, text.Features[second], Add(part, text.Features[first], 0));
        for (var number = 0; number < _asked.Length; number++)
        {
            if (_asked[number].Part == part)
                _classified[number].Words = words;
        }
    }

    // How many words there are then.
    private int Add(TextPart part, ReadOnlySpan<ulong> words, int count)
    {
        var last = 0UL;
        foreach (var word in words)
        {
            if (word != 0)
            {
                Add(part, _features.Find(word), count, words: 1);
                if (last != 0)
                    Add(part, _features.Find(Feature.KeyOf(last, word)), count - 1, words: 2);
                count++;
            }

            last = word;
        }

        return count;
    }

    private void Add(TextPart part, ReadOnlySpan<int> starts, int word, int words)
    {
        for (var at = 0; at < starts.Length; at++)
        {
            if (starts[at] >= 0 && _asked[at].Part == part)
                _classified[at].Add(starts[at], word, words);
        }
    }

    // What it costs is paid for and not refused: it is no more than to find the words, and guards need the answers that rules have.
    private void Answer(TextPart part, int unit)
    {
        for (var number = 0; number < _asked.Length; number++)
        {
            var (_, read, questions, windows) = _asked[number];
            if (read != part)
                continue;
            runner.Work.Take(WordsOf(runner.UnitOf((int)part, unit)) * (1 + (ClassifiedText.WindowsOver * windows.Length)));
            var classified = _classified[number];
            classified.Judge();
            Answer(questions, classified);
            foreach (var (size, ofWindow) in windows)
            {
                for (var window = 0; classified.JudgeWindow(window, size); window++)
                    Answer(ofWindow, classified);
            }
        }
    }

    private void Answer(ReadOnlySpan<ClassifierQuestion> questions, ClassifiedText classified)
    {
        foreach (ref readonly var question in questions)
        {
            if (classified.ShareOf(question.Labels, question.IsUnlike) >= question.LeastShare)
                text.Add(question.Term);
        }
    }

    private int NumberOf(TextClassifier classifier, TextPart part)
    {
        var number = 0;
        while (_asked[number].Classifier != classifier || _asked[number].Part != part)
            number++;
        return number;
    }

    private static int WordsOf((Range First, Range Second) texts) =>
        texts.First.End.Value - texts.First.Start.Value + texts.Second.End.Value - texts.Second.Start.Value;
}
