using AutoResolve.Words;

namespace AutoResolve.Languages;

/// <summary>Says what <see cref="LanguageTable"/> does, and remembers the words that texts have again and again, since its lists are too
/// large for the caches of a processor. Not safe for several threads at once.</summary>
/// <remarks>Only words of its lists are remembered, not what else people write.</remarks>
/// <param name="table">The lists.</param>
internal sealed class MetLanguages(LanguageTable table)
{
    private const int Bits = 9;
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private readonly (WordKey Key, WordLanguages Languages)[] _met = new (WordKey, WordLanguages)[1 << Bits];

    /// <inheritdoc cref="LanguageTable.Find"/>
    public WordLanguages? Find(in WordKey key, byte[] buffer, int at, int length)
    {
        ref var met = ref _met[(int)(((key.First ^ key.Second) * Mixer) >> (64 - Bits))];
        if (met.Key == key && key.IsWord)
            return met.Languages;
        var found = table.Find(buffer, at, length);
        if (key.IsWord && found is { Known: not 0 } languages)
            met = (key, languages);
        return found;
    }
}
