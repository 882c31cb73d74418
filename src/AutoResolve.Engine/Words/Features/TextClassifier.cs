using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoResolve.Words.Features;

/// <summary>What the features of a text say for each of some labels. Safe for any number of threads.</summary>
internal sealed class TextClassifier
{
    private ClassifiedText? _spare;

    // A table by open addressing, with a key, or 0, at each place; and by place where its weights begin among all.
    private readonly ulong[] _keys;
    private readonly int[] _starts;
    private readonly int _shift;

    // Of each feature its strength and how many weights it has, then its number; then the weights, each with its label.
    private readonly int[] _weights;
    private readonly string[] _names;
    private readonly double[] _biases;

    public TextClassifier(TextClassifierBuilder builder)
    {
        var bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, 2 * builder.Features.Count)));
        _shift = 64 - bits;
        (_keys, _starts) = (new ulong[1 << bits], new int[1 << bits]);
        (_weights, _biases, _names) = ([.. builder.Weights], [.. builder.Biases], [.. builder.Names]);
        foreach (var (key, start) in builder.Features)
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

    /// <summary>The features, with where each begins.</summary>
    public IEnumerable<(ulong Key, int Start)> Features => _keys.Zip(_starts).Where(feature => feature.First != 0);

    /// <summary>No feature begins there or farther.</summary>
    public int End => _weights.Length;

    /// <summary>Where a feature begins; -1 where it is not known.</summary>
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

    /// <summary>How strong a feature is.</summary>
    public int StrengthOf(int start) => _weights[start] >> 8;

    /// <summary>The weights of a feature, see <see cref="LabelOf"/> and <see cref="WeightOf"/>.</summary>
    public ReadOnlySpan<int> WeightsOf(int start) => _weights.AsSpan(start + TextClassifierBuilder.Head, _weights[start] & 255);

    /// <summary>What a feature is: a word, or two with a blank between them.</summary>
    public string NameOf(int start) => _names[_weights[start + 1]];

    /// <summary>The label of a weight, from 0.</summary>
    public static int LabelOf(int weight) => weight & 255;

    /// <summary>The weight itself, in hundredths.</summary>
    public static int WeightOf(int weight) => weight >> 8;
}

/// <summary>Gathers what a classifier holds.</summary>
/// <param name="biases">What each label counts before a word is read, in hundredths.</param>
internal sealed class TextClassifierBuilder(IEnumerable<int> biases)
{
    /// <summary>How many numbers stand before the weights of a feature.</summary>
    public const int Head = 2;

    private int _head;

    public IReadOnlyList<double> Biases { get; } = [.. biases.Select(bias => bias / 100.0)];

    public List<(ulong Key, int Start)> Features { get; } = [];

    public List<string> Names { get; } = [];

    public List<int> Weights { get; } = [];

    /// <summary>Begins with a feature.</summary>
    /// <param name="feature">A word, or two with a blank between them.</param>
    /// <param name="strength">How strong it is: how much it counts beside others.</param>
    public void Add(string feature, int strength)
    {
        _head = Weights.Count;
        Features.Add((KeyOf(feature), _head));
        Weights.Add(strength << 8);
        Weights.Add(Names.Count);
        Names.Add(feature);
    }

    /// <summary>Adds a weight of the feature.</summary>
    /// <param name="label">The label, from 0.</param>
    /// <param name="weight">In hundredths.</param>
    public void AddWeight(int label, int weight)
    {
        Weights[_head]++;
        Weights.Add((weight << 8) | label);
    }

    private static ulong KeyOf(string feature)
    {
        var blank = feature.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0
            ? Feature.KeyOf(feature)
            : Feature.KeyOf(Feature.KeyOf(feature.AsSpan(0, blank)), Feature.KeyOf(feature.AsSpan(blank + 1)));
    }
}
