using System.Numerics;

namespace AutoResolve.Index;

/// <summary>Where the entries of each key stand among entries that are sorted by key. Immutable.</summary>
internal sealed class KeyRuns
{
    // The different keys, and where the entries of each begin.
    private readonly ulong[] _keys;
    private readonly int[] _firsts;

    // By the first bits of a key where the keys begin that have them.
    private readonly int[] _starts;
    private readonly int _startShift;

    // Sixteen bits a key and more: most keys that are looked up have no entries, and are turned away here.
    private readonly ulong[] _filter;
    private readonly int _filterShift;

    /// <param name="keys">Of the entries, ascending.</param>
    public KeyRuns(ReadOnlySpan<ulong> keys)
    {
        List<ulong> distinct = [];
        List<int> firsts = [];
        for (var at = 0; at < keys.Length; at++)
        {
            if (at > 0 && keys[at] == keys[at - 1])
                continue;
            distinct.Add(keys[at]);
            firsts.Add(at);
        }

        (_keys, _firsts) = ([.. distinct], [.. firsts, keys.Length]);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, _keys.Length));
        (_starts, _startShift) = (new int[size + 1], 64 - BitOperations.Log2((uint)size));
        (_filter, _filterShift) = (new ulong[size / 4], _startShift - 4);
        foreach (var key in _keys)
        {
            _starts[(key >> _startShift) + 1]++;
            _filter[key >> _filterShift >> 6] |= 1UL << (int)(key >> _filterShift & 63);
        }

        for (var bits = 1; bits < _starts.Length; bits++)
            _starts[bits] += _starts[bits - 1];
    }

    /// <summary>A number for two numbers and a third; two such threes may get the same.</summary>
    public static ulong KeyOf(int first, int second, ulong third = 0)
    {
        const ulong Mixer = 0x9E3779B97F4A7C15;
        var key = ((ulong)(uint)first << 32) | (uint)second;
        key = ((key ^ (key >> 29)) * Mixer) ^ third;
        key = (key ^ (key >> 32)) * Mixer;
        return key ^ (key >> 29);
    }

    /// <summary>Whether there may be entries, as 1 or 0.</summary>
    public int MayHave(ulong key)
    {
        var bit = key >> _filterShift;
        return (int)(_filter[bit >> 6] >> (int)(bit & 63) & 1);
    }

    /// <summary>The place of the first entry, and how many there are.</summary>
    public (int First, int Count) Find(ulong key)
    {
        var bits = key >> _startShift;
        for (var at = _starts[bits]; at < _starts[bits + 1]; at++)
        {
            if (_keys[at] == key)
                return (_firsts[at], _firsts[at + 1] - _firsts[at]);
        }

        return default;
    }
}
