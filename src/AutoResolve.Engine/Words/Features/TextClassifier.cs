using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoResolve.Words.Features;

/// <summary>What the features of a text say for each of some labels. Safe for any number of threads.</summary>
internal sealed class TextClassifier
{
    private ClassifiedText? _spare;

    // A table by open addressing, with a key, or 0, at each place; and by place where its weights begin.
    private readonly ulong[] _keys;
    private readonly int[] _starts;
    private readonly int _shift;
    private readonly string[] _names;
    private readonly double[] _biases;

    public TextClassifier(TextClassifierBuilder builder)
    {
        var bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, 2 * builder.Keys.Count)));
        _shift = 64 - bits;
        (_keys, _starts) = (new ulong[1 << bits], new int[1 << bits]);
        (_biases, _names, Weights) = ([.. builder.Biases], [.. builder.Names], new FeatureWeights(builder));
        foreach (var (key, start) in builder.Keys.Zip(Weights.Starts))
        {
            var place = (int)(key >> _shift);
            while (_keys[place] != 0 && _keys[place] != key)
                place = (place + 1) & (_keys.Length - 1);
            (_keys[place], _starts[place]) = (key, start);
        }
    }

    /// <summary>Memory for one text, to be given back: it is large.</summary>
    public ClassifiedText Rent()
    {
        var text = Interlocked.Exchange(ref _spare, null) ?? new ClassifiedText(this);
        text.Begin();
        return text;
    }

    /// <summary>Takes memory back for the next text.</summary>
    public void Return(ClassifiedText text) => Volatile.Write(ref _spare, text);

    /// <summary>How many labels there are.</summary>
    public int LabelCount => _biases.Length;

    /// <summary>What each label counts before a word is read.</summary>
    public ReadOnlySpan<double> Biases => _biases;

    /// <summary>The features, with where each begins among the weights.</summary>
    public IEnumerable<(ulong Key, int Start)> Features => _keys.Zip(_starts).Where(feature => feature.First != 0);

    /// <summary>What features say.</summary>
    public FeatureWeights Weights { get; }

    /// <summary>Where a feature begins among the weights; -1 where it is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong key)
    {
        var keys = _keys;
        var place = (int)(key >> _shift);
        for (; keys[place] != key; place = (place + 1) & (keys.Length - 1))
        {
            if (keys[place] == 0)
                return -1;
        }

        return _starts[place];
    }

    /// <summary>What a feature is: a word, or two with a blank between them.</summary>
    public string NameOf(int start) => _names[Weights.NumberOf(start)];
}

/// <summary>Gathers what a classifier holds.</summary>
/// <param name="biases">What each label counts before a word is read, in hundredths.</param>
internal sealed class TextClassifierBuilder(IEnumerable<int> biases)
{
    public IReadOnlyList<double> Biases { get; } = [.. biases.Select(bias => bias / 100.0)];

    public List<ulong> Keys { get; } = [];

    public List<short> Strengths { get; } = [];

    public List<string> Names { get; } = [];

    /// <summary>The weights of all features, one after the other.</summary>
    public List<(byte Label, short Weight)> Weights { get; } = [];

    /// <summary>By feature, where its weights end.</summary>
    public List<int> Ends { get; } = [];

    /// <summary>Begins with a feature.</summary>
    /// <param name="feature">A word, or two with a blank between them.</param>
    /// <param name="strength">How strong it is: how much it counts beside others.</param>
    public void Add(string feature, int strength)
    {
        Keys.Add(KeyOf(feature));
        Strengths.Add((short)strength);
        Names.Add(feature);
        Ends.Add(Weights.Count);
    }

    /// <summary>Adds a weight of the feature.</summary>
    /// <param name="label">The label, from 0.</param>
    /// <param name="weight">In hundredths.</param>
    public void AddWeight(byte label, short weight)
    {
        Weights.Add((label, weight));
        Ends[^1] = Weights.Count;
    }

    private static ulong KeyOf(string feature)
    {
        var blank = feature.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0
            ? Feature.KeyOf(feature)
            : Feature.KeyOf(Feature.KeyOf(feature.AsSpan(0, blank)), Feature.KeyOf(feature.AsSpan(blank + 1)));
    }
}
