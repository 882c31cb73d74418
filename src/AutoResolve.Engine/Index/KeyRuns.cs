using System.Numerics;

namespace AutoResolve.Index;

/// <summary>Where the entries of each key stand among entries that are sorted by key. Immutable.</summary>
internal sealed class KeyRuns
{
    private readonly Run[] _runs;

    // Eight bits a slot: most keys that are looked up have no entries, and are turned away here.
    private readonly ulong[] _filter;
    private readonly int _shift;

    /// <param name="keys">Of the entries, ascending.</param>
    public KeyRuns(ReadOnlySpan<ulong> keys)
    {
        var distinct = 0;
        for (var at = 0; at < keys.Length; at++)
            distinct += at == 0 || keys[at] != keys[at - 1] ? 1 : 0;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, distinct * 2));
        _runs = new Run[size];
        _filter = new ulong[size / sizeof(ulong)];
        _shift = 64 - BitOperations.Log2((uint)size);
        for (var first = 0; first < keys.Length; )
        {
            var last = first;
            for (; last < keys.Length && keys[last] == keys[first]; last++) { }
            Insert(new Run(keys[first], first, last - first));
            first = last;
        }
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
        var bit = key >> (_shift - 3);
        return (int)(_filter[bit >> 6] >> (int)(bit & 63) & 1);
    }

    /// <summary>The place of the first entry, and how many there are.</summary>
    public (int First, int Count) Find(ulong key)
    {
        for (var slot = (int)(key >> _shift); ; slot = (slot + 1) & (_runs.Length - 1))
        {
            ref readonly var run = ref _runs[slot];
            if (run.Count == 0 || run.Key == key)
                return (run.First, run.Count);
        }
    }

    private void Insert(Run run)
    {
        var bit = run.Key >> (_shift - 3);
        _filter[bit >> 6] |= 1UL << (int)(bit & 63);
        var slot = (int)(run.Key >> _shift);
        while (_runs[slot].Count > 0)
            slot = (slot + 1) & (_runs.Length - 1);
        _runs[slot] = run;
    }

    private readonly record struct Run(ulong Key, int First, int Count);
}
