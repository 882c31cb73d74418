using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoResolve.Words.Features;

/// <summary>Which of several classifiers know a feature, so that it is looked up once for all of them. Immutable.</summary>
internal sealed class FeatureTable
{
    private const int BitsPerPlace = 8;

    // By open addressing, as in each classifier: a key, then where the feature begins in each, -1 where that does not know it.
    private readonly ulong[] _features;
    private readonly int _count;
    private readonly int _stride;
    private readonly int _shift;

    // Most words side by side are unknown, and are turned away here.
    private readonly ulong[] _filter;

    public FeatureTable(IReadOnlyList<TextClassifier> classifiers)
    {
        _count = classifiers.Count;
        var features = classifiers
            .SelectMany((classifier, number) => classifier.Features.Select(feature => (feature.Key, feature.Start, number)))
            .ToLookup(feature => feature.Key);
        var bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, features.Count + (features.Count / 3))));
        (_shift, _stride) = (64 - bits, 1 + ((_count + 1) / 2));
        (_features, _filter) = (new ulong[_stride << bits], new ulong[(BitsPerPlace << bits) / 64]);
        foreach (var feature in features)
        {
            var bit = BitOf(feature.Key);
            _filter[bit >> 6] |= 1UL << (int)(bit & 63);
            var place = PlaceOf(feature.Key);
            while (_features[place] != 0)
                place = Next(place);
            _features[place] = feature.Key;
            var starts = StartsAt(place);
            starts.Fill(-1);
            foreach (var (_, start, number) in feature)
                starts[number] = start;
        }
    }

    /// <summary>Where a feature begins in each classifier, -1 where that does not know it; empty where none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> Find(ulong key)
    {
        var bit = BitOf(key);
        return (_filter[bit >> 6] >> (int)(bit & 63) & 1) == 0 ? [] : FindKnown(key);
    }

    private ReadOnlySpan<int> FindKnown(ulong key)
    {
        var place = PlaceOf(key);
        for (; _features[place] != key; place = Next(place))
        {
            if (_features[place] == 0)
                return [];
        }

        return StartsAt(place);
    }

    private int PlaceOf(ulong key) => (int)(key >> _shift) * _stride;

    private int Next(int place) => place + _stride < _features.Length ? place + _stride : 0;

    private Span<int> StartsAt(int place) => MemoryMarshal.Cast<ulong, int>(_features.AsSpan(place + 1, _stride - 1))[.._count];

    private ulong BitOf(ulong key) => key >> (_shift - BitOperations.Log2(BitsPerPlace));
}
