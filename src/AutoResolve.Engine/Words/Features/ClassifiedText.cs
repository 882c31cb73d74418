using System.Runtime.InteropServices;

namespace AutoResolve.Words.Features;

/// <summary>How likely each label of a classifier is for a text. Used again for text after text.</summary>
internal sealed class ClassifiedText(TextClassifier classifier)
{
    /// <summary>What a probability of 1 comes to.</summary>
    public const int Whole = 1_000_000;

    /// <summary>In how many windows a word is.</summary>
    public const int WindowsOver = 4;

    private readonly long[] _sums = new long[classifier.LabelCount];
    private readonly double[] _odds = new double[classifier.LabelCount];

    // By where a feature begins, a bit where the stretch that is judged has it.
    private readonly ulong[] _has = new ulong[(classifier.End / 64) + 1];

    // All that were added, by the word with which they end; and of those that are judged each once.
    private readonly List<KnownFeature> _added = [];
    private readonly List<KnownFeature> _judged = [];
    private (int First, int End) _stretch;
    private double _allOdds;
    private ulong _last;

    /// <summary>Whether what was judged has any feature that is known.</summary>
    public bool IsKnown => _judged.Count > 0;

    /// <summary>How many words were added, known or not.</summary>
    public int Words { get; set; }

    /// <summary>Begins with another text.</summary>
    public void Begin()
    {
        _added.Clear();
        Forget();
        (_last, Words) = (0, 0);
    }

    /// <summary>Adds a word, and the pair of it and the one before.</summary>
    /// <param name="word">Its key; 0 where nothing goes on.</param>
    public void Add(ulong word)
    {
        if (word != 0)
        {
            AddFeature(word, words: 1);
            if (_last != 0)
                AddFeature(Feature.KeyOf(_last, word), words: 2);
            Words++;
        }

        _last = word;
    }

    /// <summary>Adds a feature. One that ends farther comes later.</summary>
    public void Add(KnownFeature feature) => _added.Add(feature);

    /// <summary>Judges all that was added.</summary>
    public void Judge() => Judge(0, Words);

    /// <summary>Judges a window of so many words, or all where there are not more. Each begins a quarter of a window after the one before,
    /// the last ends with what was added.</summary>
    /// <param name="number">Which window, from 0.</param>
    /// <param name="size">How many words it has.</param>
    /// <returns>Whether there is such a window.</returns>
    public bool JudgeWindow(int number, int size)
    {
        var step = (size + WindowsOver - 1) / WindowsOver;
        var last = Math.Max(0, Words - size);
        if ((number - 1) * step >= last && number > 0)
            return false;
        var first = Math.Min(number * step, last);
        Judge(first, Math.Min(first + size, Words));
        return true;
    }

    /// <summary>Judges all that was added or, where <paramref name="window"/> is not 0, the first window of so many words of which it
    /// holds.</summary>
    /// <returns>Whether it is that likely; as in <see cref="ShareOf"/>.</returns>
    public bool JudgeFirst(ReadOnlySpan<int> labels, bool isUnlike, int leastShare, int window)
    {
        if (window == 0)
        {
            Judge();
            return ShareOf(labels, isUnlike) >= leastShare;
        }

        for (var number = 0; JudgeWindow(number, window); number++)
        {
            if (ShareOf(labels, isUnlike) >= leastShare)
                return true;
        }

        return false;
    }

    // Nothing is judged anew that was judged last.
    private void Judge(int first, int end)
    {
        if (_stretch == (first, end))
            return;
        Forget();
        _stretch = (first, end);
        var squares = 0L;
        foreach (var feature in Added()[FirstEndingAfter(first)..])
        {
            if (feature.Word + feature.Words > end)
                break;
            ref var bits = ref _has[feature.Start / 64];
            var bit = 1UL << (feature.Start % 64);
            if (feature.Word < first || (bits & bit) != 0)
                continue;
            bits |= bit;
            _judged.Add(feature);
            long strength = classifier.StrengthOf(feature.Start);
            squares += strength * strength;
            foreach (var weight in classifier.WeightsOf(feature.Start))
                _sums[TextClassifier.LabelOf(weight)] += TextClassifier.WeightOf(weight) * strength;
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
        foreach (var known in _judged)
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

        return (long)sum * classifier.StrengthOf(start);
    }

    private void AddFeature(ulong key, int words)
    {
        if (classifier.Find(key) is >= 0 and var start)
            _added.Add(new KnownFeature(start, Words + 1 - words, words));
    }

    private ReadOnlySpan<KnownFeature> Added() => CollectionsMarshal.AsSpan(_added);

    private int FirstEndingAfter(int word)
    {
        var (low, high) = (0, _added.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_added[middle].Word + _added[middle].Words > word)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private void Forget()
    {
        foreach (var known in _judged)
            _has[known.Start / 64] = 0;
        _judged.Clear();
        Array.Clear(_sums);
        _stretch = default;
    }
}

/// <summary>A feature of a text that a classifier knows.</summary>
/// <param name="Start">Where it begins in the classifier.</param>
/// <param name="Word">Its first word: how many words were added before, without gaps.</param>
/// <param name="Words">How many words it has.</param>
internal readonly record struct KnownFeature(int Start, int Word, int Words);
