namespace AutoResolve.Matching.Indexing;

/// <summary>Something that an issue must have for a condition to hold, by which the rule is found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">Where it must be: 0 for title and text, else a field, from 1.</param>
/// <param name="First">The term, the first term of a pair, the hash of a value, or the group.</param>
/// <param name="Second">The second term of a pair, else 0.</param>
internal readonly record struct Anchor(AnchorKind Kind, int Source, int First, int Second = 0)
{
    /// <summary>
    /// A number for this anchor in a scope's partition. Two anchors may get the same: then both find the rules of either, which are
    /// verified anyway.
    /// </summary>
    public ulong KeyIn(int partition)
    {
        const ulong Mixer = 0x9E3779B97F4A7C15;
        var key = ((ulong)(uint)First << 32) | (uint)Second;
        key = (key ^ (key >> 29)) * Mixer;
        key ^= ((ulong)(uint)partition << 34) | ((ulong)(uint)Source << 4) | (uint)Kind;
        key = (key ^ (key >> 32)) * Mixer;
        return key ^ (key >> 29);
    }
}
