namespace AutoResolve.Words;

/// <summary>Says what <see cref="CommonSpellings"/> does, and remembers the words that texts have again and again, since that list is too
/// large for the caches of a processor. Not safe for several threads at once.</summary>
/// <remarks>Only common words are remembered, not what else people write.</remarks>
internal sealed class MetSpellings
{
    private const int Size = 1024;
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private readonly WordKey[] _met = new WordKey[Size];

    /// <param name="word">The word, folded.</param>
    public bool Contains(ReadOnlySpan<byte> word) => Contains(WordKey.Of(word), word);

    /// <summary>Says it of a folded word. Parameters as in <see cref="ITokenConsumer.AddWord"/>.</summary>
    public bool Contains(byte[] buffer, int at, int length) => Contains(WordKey.Of(buffer, at, length), buffer.AsSpan(at, length));

    private bool Contains(WordKey key, ReadOnlySpan<byte> word)
    {
        if (!key.IsWord)
            return CommonSpellings.Contains(word);
        ref var met = ref _met[(int)(((key.First ^ key.Second) * Mixer) >> 54)];
        if (met == key)
            return true;
        if (!CommonSpellings.Contains(in key))
            return false;
        met = key;
        return true;
    }
}
