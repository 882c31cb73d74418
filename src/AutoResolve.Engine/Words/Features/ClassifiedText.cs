namespace AutoResolve.Words.Features;

/// <summary>How likely each label of a classifier is for a text. Used again for text after text.</summary>
internal sealed class ClassifiedText(TextClassifier classifier)
{
    /// <summary>What a probability of 1 comes to.</summary>
    public const int Whole = 1_000_000;

    private readonly long[] _sums = new long[classifier.LabelCount];
    private readonly double[] _odds = new double[classifier.LabelCount];

    // By where a feature begins, a bit where the text has it.
    private readonly ulong[] _has = new ulong[(classifier.End / 64) + 1];
    private readonly List<KnownFeature> _known = [];
    private double _allOdds;
    private ulong _last;
    private int _words;

    /// <summary>Whether the text has any feature that is known.</summary>
    public bool IsKnown => _known.Count > 0;

    /// <summary>Begins with another text.</summary>
    public void Begin()
    {
        foreach (var known in _known)
            _has[known.Start / 64] = 0;
        _known.Clear();
        Array.Clear(_sums);
        (_last, _words) = (0, 0);
    }

    /// <summary>Adds a word, and the pair of it and the one before.</summary>
    /// <param name="word">Its key; 0 where nothing goes on.</param>
    public void Add(ulong word)
    {
        if (word != 0)
            AddFeature(word, words: 1);
        if (word != 0 && _last != 0)
            AddFeature(Feature.KeyOf(_last, word), words: 2);
        _last = word;
        _words++;
    }

    /// <summary>Adds a feature, unless it was added before.</summary>
    public void Add(KnownFeature feature)
    {
        ref var bits = ref _has[feature.Start / 64];
        var bit = 1UL << (feature.Start % 64);
        if ((bits & bit) != 0)
            return;
        bits |= bit;
        _known.Add(feature);
    }

    /// <summary>Judges what was added.</summary>
    public void Judge()
    {
        var squares = 0L;
        foreach (var (start, _, _) in _known)
        {
            long rarity = classifier.RarityOf(start);
            squares += rarity * rarity;
            foreach (var weight in classifier.WeightsOf(start))
                _sums[TextClassifier.LabelOf(weight)] += TextClassifier.WeightOf(weight) * rarity;
        }

        var length = Math.Sqrt(squares) * 100;
        var most = double.NegativeInfinity;
        for (var label = 0; label < _odds.Length; label++)
        {
            _odds[label] = classifier.Biases[label] + (_sums[label] / length);
            most = Math.Max(most, _odds[label]);
        }

        _allOdds = 0;
        for (var label = 0; label < _odds.Length; label++)
            _allOdds += _odds[label] = Math.Exp(_odds[label] - most);
    }

    /// <summary>How likely it is one of some labels, or none of them, in millionths; 0 where nothing of the text is known.</summary>
    public int ShareOf(ReadOnlySpan<int> labels, bool isUnlike)
    {
        if (!IsKnown)
            return 0;
        var odds = 0.0;
        foreach (var label in labels)
            odds += _odds[label];
        if (isUnlike)
            odds = _allOdds - odds;

        // Rounded, so that it is the same whatever the last digits of a machine's exponential function are.
        return (int)Math.Round(odds / _allOdds * Whole);
    }

    /// <summary>The features that say most for the likeliest of some labels, or of all others, against the likeliest of the rest: what says
    /// most first. Where nothing speaks for it, that which speaks least against it.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="isUnlike">Whether it is about all others.</param>
    /// <param name="features">Takes as many as it is long.</param>
    /// <returns>How many there are.</returns>
    public int FindTelling(ReadOnlySpan<int> labels, bool isUnlike, Span<KnownFeature> features)
    {
        var label = LikeliestOf(labels, isUnlike);
        var other = LikeliestOf(labels, !isUnlike);
        Span<long> tellings = stackalloc long[features.Length];
        var count = 0;
        foreach (var known in _known)
        {
            var telling = TellingOf(known.Start, label, other);
            var at = count;
            while (at > 0 && tellings[at - 1] < telling)
                at--;
            if (at == features.Length)
                continue;
            count = Math.Min(count + 1, features.Length);
            tellings[at..(count - 1)].CopyTo(tellings[(at + 1)..]);
            features[at..(count - 1)].CopyTo(features[(at + 1)..]);
            (tellings[at], features[at]) = (telling, known);
        }

        while (count > 1 && tellings[count - 1] <= 0)
            count--;
        return count;
    }

    // The likeliest of some labels, or of all others; the first where several are, -1 of none.
    private int LikeliestOf(ReadOnlySpan<int> labels, bool isOther)
    {
        var best = -1;
        for (var label = 0; label < _odds.Length; label++)
        {
            if (labels.Contains(label) != isOther && (best < 0 || _odds[label] > _odds[best]))
                best = label;
        }

        return best;
    }

    private long TellingOf(int start, int label, int other)
    {
        var sum = 0;
        foreach (var weight in classifier.WeightsOf(start))
        {
            if (TextClassifier.LabelOf(weight) == label)
                sum += TextClassifier.WeightOf(weight);
            else if (TextClassifier.LabelOf(weight) == other)
                sum -= TextClassifier.WeightOf(weight);
        }

        return (long)sum * classifier.RarityOf(start);
    }

    private void AddFeature(ulong key, int words)
    {
        if (classifier.Find(key) is >= 0 and var start)
            Add(new KnownFeature(start, _words + 1 - words, words));
    }
}

/// <summary>A feature of a text that a classifier knows.</summary>
/// <param name="Start">Where it begins in the classifier.</param>
/// <param name="Word">Its first word, where it stands first: how many words, and gaps between them, were added before.</param>
/// <param name="Words">How many words it has.</param>
internal readonly record struct KnownFeature(int Start, int Word, int Words);
