using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoResolve.Words.Features;

/// <summary>What the features of a classifier say for each label, in hundredths. Immutable.</summary>
/// <remarks>
/// All that is read of a feature stands side by side, since most of what it costs is to get it into the cache of a processor: how strong it
/// is, how long its list is, and its weights. A feature that says something for many labels has no list but a row of weights for all of
/// them, which a processor adds many at a time; any other names the label of each.
/// </remarks>
internal sealed class FeatureWeights
{
    // So many weights of a row are added at a time.
    private const int Step = 16;

    // Where there is a weight for one of so many labels, a row is faster.
    private const int LabelsOfList = 8;

    private const int Head = 2;

    private readonly short[] _weights;

    // By feature, ascending.
    private readonly int[] _starts;

    public FeatureWeights(TextClassifierBuilder builder)
    {
        Width = (builder.Biases.Count + Step - 1) / Step * Step;
        _starts = new int[builder.Ends.Count];
        List<short> weights = [];
        var row = new short[Width];
        var at = 0;
        for (var feature = 0; feature < _starts.Length; feature++)
        {
            var own = CollectionsMarshal.AsSpan(builder.Weights)[at..builder.Ends[feature]];
            at = builder.Ends[feature];
            _starts[feature] = weights.Count;
            var isList = own.Length * LabelsOfList < Width - Step;
            weights.AddRange([builder.Strengths[feature], isList ? (short)(2 * own.Length) : (short)0]);
            Array.Clear(row);
            foreach (var (label, weight) in own)
            {
                row[label] += weight;
                if (isList)
                    weights.AddRange([label, weight]);
            }

            if (!isList)
                weights.AddRange(row);
        }

        _weights = [.. weights];
    }

    /// <summary>How many labels there are, and some more that are no labels.</summary>
    public int Width { get; }

    /// <summary>By feature, where it begins.</summary>
    public IReadOnlyList<int> Starts => _starts;

    /// <summary>The number of the feature that begins there.</summary>
    public int NumberOf(int start) => Array.BinarySearch(_starts, start);

    /// <summary>How strong a feature is: how much it counts beside others.</summary>
    public int StrengthOf(int start) => _weights[start];

    /// <summary>What a feature says for a label; 0 where that is -1.</summary>
    public int Of(int start, int label)
    {
        var list = ListOf(start);
        if (list.IsEmpty)
            return label < 0 ? 0 : _weights[start + Head + label];
        var sum = 0;
        for (; !list.IsEmpty; list = list[2..])
            sum += list[0] == label ? list[1] : 0;
        return sum;
    }

    /// <summary>Adds what a feature says for each label, as strongly as it is.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="sums">Takes it by label; <see cref="Width"/> long.</param>
    /// <returns>How strong it is.</returns>
    public int Add(int start, Span<long> sums)
    {
        var strength = StrengthOf(start);
        var list = ListOf(start);
        if (list.IsEmpty)
        {
            AddRow(_weights.AsSpan(start + Head, Width), strength, sums);
            return strength;
        }

        for (; !list.IsEmpty; list = list[2..])
            sums[list[0]] += list[1] * strength;
        return strength;
    }

    private static void AddRow(ReadOnlySpan<short> row, int strength, Span<long> sums)
    {
        var to = MemoryMarshal.Cast<long, Vector256<long>>(sums);
        foreach (ref readonly var weights in MemoryMarshal.Cast<short, Vector256<short>>(row))
        {
            var (low, high) = Vector256.Widen(weights);
            var (first, second) = Vector256.Widen(low * strength);
            var (third, fourth) = Vector256.Widen(high * strength);
            to[0] += first;
            to[1] += second;
            to[2] += third;
            to[3] += fourth;
            to = to[4..];
        }
    }

    // Empty where there is a row.
    private ReadOnlySpan<short> ListOf(int start) => _weights.AsSpan(start + Head, _weights[start + 1]);
}
