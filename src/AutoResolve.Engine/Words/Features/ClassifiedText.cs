using System.Runtime.InteropServices;

namespace AutoResolve.Words.Features;

/// <summary>How likely each label of a classifier is for a text. Used again for text after text.</summary>
internal sealed class ClassifiedText(TextClassifier classifier)
{
    /// <summary>What a probability of 1 comes to.</summary>
    public const int Whole = 1_000_000;

    /// <summary>In how many windows a word is.</summary>
    public const int WindowsOver = 4;

    // Places for the features of a short text.
    private const int Few = 128;
    private const uint Mixer = 0x9E3779B1;

    private readonly FeatureWeights _weights = classifier.Weights;
    private readonly long[] _sums = new long[classifier.Weights.Width];
    private readonly double[] _odds = new double[classifier.LabelCount];

    // All that were added, by the word with which they end.
    private readonly List<KnownFeature> _added = [];

    // A table by open addressing, as far as the mask: of each feature the place behind that where it was added last, else 0.
    private int[] _last = new int[Few];
    private int _mask = Few - 1;
    private (int First, int End) _stretch;
    private double _allOdds;
    private ulong _lastWord;

    /// <summary>Whether what was judged has any feature that is known.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>How many words were added, known or not.</summary>
    public int Words { get; set; }

    /// <summary>Begins with another text.</summary>
    public void Begin()
    {
        _added.Clear();
        Array.Clear(_last, 0, _mask + 1);
        _mask = Few - 1;
        (_stretch, IsKnown, _lastWord, Words) = (default, false, 0, 0);
    }

    /// <summary>Adds a word, and the pair of it and the one before.</summary>
    /// <param name="word">Its key; 0 where nothing goes on.</param>
    public void Add(ulong word)
    {
        if (word != 0)
        {
            AddFeature(word, words: 1);
            if (_lastWord != 0)
                AddFeature(Feature.KeyOf(_lastWord, word), words: 2);
            Words++;
        }

        _lastWord = word;
    }

    /// <summary>Adds a feature. One that ends farther comes later.</summary>
    /// <param name="start">Where it begins in the classifier.</param>
    /// <param name="word">Its first word: how many words were added before, without gaps.</param>
    /// <param name="words">How many words it has.</param>
    public void Add(int start, int word, int words)
    {
        if (2 * _added.Count > _mask)
            Grow();
        ref var last = ref LastOf(start);
        _added.Add(new KnownFeature(start, word, words, last == 0 ? -1 : _added[last - 1].Word));
        last = _added.Count;
    }

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
        _stretch = (first, end);
        Array.Clear(_sums);
        var squares = 0L;
        foreach (ref readonly var feature in Judged())
        {
            if (!feature.IsFirstFrom(first))
                continue;
            long strength = _weights.Add(feature.Start, _sums);
            squares += strength * strength;
        }

        IsKnown = squares > 0;
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
        foreach (ref readonly var known in Judged())
        {
            if (!known.IsFirstFrom(_stretch.First))
                continue;
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

    private long TellingOf(int start, int label, int other) =>
        (_weights.Of(start, label) - _weights.Of(start, other)) * (long)_weights.StrengthOf(start);

    private void AddFeature(ulong key, int words)
    {
        if (classifier.Find(key) is >= 0 and var start)
            Add(start, Words + 1 - words, words);
    }

    // Those that end in the stretch that is judged; some begin before it.
    private ReadOnlySpan<KnownFeature> Judged()
    {
        var start = CountOfEndingBy(_stretch.First);
        return CollectionsMarshal.AsSpan(_added)[start..Math.Max(start, CountOfEndingBy(_stretch.End))];
    }

    private int CountOfEndingBy(int end)
    {
        var (low, high) = (0, _added.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_added[middle].Word + _added[middle].Words > end)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private ref int LastOf(int start)
    {
        var place = (int)((uint)start * Mixer >> 7) & _mask;
        while (_last[place] is > 0 and var known && _added[known - 1].Start != start)
            place = (place + 1) & _mask;
        return ref _last[place];
    }

    private void Grow()
    {
        _mask = (2 * _mask) + 1;
        if (_last.Length <= _mask)
            _last = new int[_mask + 1];
        Array.Clear(_last, 0, _mask + 1);
        for (var at = 0; at < _added.Count; at++)
            LastOf(_added[at].Start) = at + 1;
    }
}

/// <summary>A feature of a text that a classifier knows.</summary>
/// <param name="Start">Where it begins in the classifier.</param>
/// <param name="Word">Its first word: how many words were added before, without gaps.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="Before">The first word of the same feature where it was last before; -1 where it was not.</param>
internal readonly record struct KnownFeature(int Start, int Word, int Words, int Before)
{
    /// <summary>Whether it is in what begins with a word, and not before there: each counts once.</summary>
    public bool IsFirstFrom(int word) => Word >= word && Before < word;
}
