namespace AutoResolve.Words.Features;

/// <summary>How likely each label of a classifier is for a text. Used again for text after text.</summary>
internal sealed class ClassifiedText(TextClassifier classifier)
{
    /// <summary>What a probability of 1 comes to.</summary>
    public const int Whole = 1_000_000;

    private readonly long[] _sums = new long[classifier.LabelCount];
    private readonly double[] _odds = new double[classifier.LabelCount];

    // By place of a feature, a bit where the text has it.
    private readonly ulong[] _has = new ulong[(classifier.PlaceCount + 63) / 64];
    private readonly List<int> _places = [];
    private double _allOdds;
    private ulong _last;

    /// <summary>Whether the text has any feature that is known.</summary>
    public bool IsKnown => _places.Count > 0;

    /// <summary>The places of the features that are known, in the order of the text.</summary>
    public IReadOnlyList<int> Places => _places;

    /// <summary>Begins with another text.</summary>
    public void Begin()
    {
        foreach (var place in _places)
            _has[place / 64] = 0;
        _places.Clear();
        Array.Clear(_sums);
        _last = 0;
    }

    /// <summary>Adds a word, and the pair of it and the one before.</summary>
    /// <param name="word">Its key; 0 where nothing goes on.</param>
    public void Add(ulong word)
    {
        if (word != 0)
            AddFeature(word);
        if (word != 0 && _last != 0)
            AddFeature(Feature.KeyOf(_last, word));
        _last = word;
    }

    /// <summary>Judges what was added.</summary>
    public void Judge()
    {
        var squares = 0L;
        foreach (var place in _places)
        {
            long rarity = classifier.RarityOf(place);
            squares += rarity * rarity;
            foreach (var weight in classifier.WeightsOf(place))
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

    /// <summary>The likeliest of some labels, or of all others; the first where several are, -1 of none.</summary>
    public int LikeliestOf(ReadOnlySpan<int> labels, bool isOther)
    {
        var best = -1;
        for (var label = 0; label < _odds.Length; label++)
        {
            if (labels.Contains(label) != isOther && (best < 0 || _odds[label] > _odds[best]))
                best = label;
        }

        return best;
    }

    private void AddFeature(ulong key)
    {
        var place = classifier.Find(key);
        if (place < 0)
            return;
        ref var bits = ref _has[place / 64];
        var bit = 1UL << (place % 64);
        if ((bits & bit) != 0)
            return;
        bits |= bit;
        _places.Add(place);
    }
}
