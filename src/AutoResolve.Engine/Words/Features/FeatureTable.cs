using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoResolve.Words.Features;

/// <summary>Which of several classifiers know a feature, so that it is looked up once for all of them. Immutable.</summary>
internal sealed class FeatureTable
{
    private const int BitsPerPlace = 8;

    // By open addressing, as in each classifier; and by place where the feature begins in each, -1 where that does not know it.
    private readonly ulong[] _keys;
    private readonly int[] _starts;
    private readonly int _count;
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
        _shift = 64 - bits;
        (_keys, _starts, _filter) = (new ulong[1 << bits], new int[_count << bits], new ulong[(BitsPerPlace << bits) / 64]);
        Array.Fill(_starts, -1);
        foreach (var feature in features)
        {
            var bit = BitOf(feature.Key);
            _filter[bit >> 6] |= 1UL << (int)(bit & 63);
            var place = (int)(feature.Key >> _shift);
            while (_keys[place] != 0)
                place = (place + 1) & (_keys.Length - 1);
            _keys[place] = feature.Key;
            foreach (var (_, start, number) in feature)
                _starts[(place * _count) + number] = start;
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
        var keys = _keys;
        var place = (int)(key >> _shift);
        for (; keys[place] != key; place = (place + 1) & (keys.Length - 1))
        {
            if (keys[place] == 0)
                return [];
        }

        return _starts.AsSpan(place * _count, _count);
    }

    private ulong BitOf(ulong key) => key >> (_shift - BitOperations.Log2(BitsPerPlace));
}
