namespace AutoResolve.Tests.Journals;

/// <summary>Hashes of the first schema, looked for all at once: there are thousands of them, and of places where they may stand.</summary>
internal sealed class OldHashes(IEnumerable<string> hashes)
{
    private readonly HashSet<string> _hashes = [.. hashes];

    /// <returns>Those that stand somewhere in a text.</returns>
    public IReadOnlyList<string> In(string text)
    {
        var lookup = _hashes.GetAlternateLookup<ReadOnlySpan<char>>();
        HashSet<string> found = [];
        for (var start = 0; start + FirstSchema.HashLength <= text.Length; start++)
        {
            if (lookup.TryGetValue(text.AsSpan(start, FirstSchema.HashLength), out var hash))
                found.Add(hash);
        }

        return [.. found];
    }
}
