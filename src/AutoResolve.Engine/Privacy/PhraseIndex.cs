namespace AutoResolve.Privacy;

/// <summary>Finds known phrases in a text by their first words, of which each is looked up once.</summary>
internal sealed class PhraseIndex<T>
{
    private const int Slots = 32;
    private const int MaxLetters = 63;

    // Which lengths a first word has, by its first letter: nearly all words of a text are none.
    private readonly ulong[] _lengths = new ulong[Slots];
    private readonly Dictionary<string, (string Phrase, T Kind)[]> _phrases;
    private readonly Dictionary<string, (string Phrase, T Kind)[]>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    public PhraseIndex(IEnumerable<(string Phrase, T Kind)> phrases)
    {
        _phrases = phrases
            .SelectMany(one =>
                new[] { FirstWord(one.Phrase), one.Phrase.All(char.IsLetter) ? one.Phrase + "s" : FirstWord(one.Phrase) }
                    .Distinct()
                    .Select(first => (First: first, one.Phrase, one.Kind))
            )
            .GroupBy(one => one.First, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key,
                group => group.Select(one => (one.Phrase, one.Kind)).ToArray(),
                StringComparer.OrdinalIgnoreCase
            );
        _byFirstWord = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var first in _phrases.Keys)
            _lengths[Slot(first[0])] |= 1UL << first.Length;
    }

    /// <summary>Adds the phrases in a text, in their order. A plural of a word is the same word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hits">Made where there is one.</param>
    public void Find(ReadOnlySpan<char> text, ref List<PhraseHit<T>>? hits)
    {
        for (var place = 0; place < text.Length; )
        {
            if (!IsLetter(text[place]))
            {
                // A mask says nothing of what stands behind it.
                place += text[place] == '[' ? Placeholder.LengthOf(text[place..]) : 1;
                continue;
            }

            var start = place++;
            while (place < text.Length && IsLetter(text[place]))
                place++;
            var length = place - start;
            if (
                length > MaxLetters
                || (_lengths[Slot(text[start])] & (1UL << length)) == 0
                || !_byFirstWord.TryGetValue(text[start..place], out var phrases)
            )
                continue;
            foreach (var (phrase, kind) in phrases)
            {
                if (EndOf(text, start, phrase) is > 0 and var end)
                    (hits ??= []).Add(new PhraseHit<T>(start, end, kind));
            }
        }
    }

    private static int EndOf(ReadOnlySpan<char> text, int start, string phrase)
    {
        if (!text[start..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            return 0;
        var end = start + phrase.Length;
        if (!char.IsLetter(phrase[^1]))
            return end;
        var next = end < text.Length && text[end] is 's' or 'S' ? end + 1 : end;
        return next >= text.Length || !IsLetter(text[next]) ? end : 0;
    }

    private static string FirstWord(string phrase)
    {
        var length = 0;
        while (length < phrase.Length && char.IsLetter(phrase[length]))
            length++;
        return phrase[..length];
    }

    private static int Slot(char letter) => char.IsAscii(letter) ? letter & (Slots - 1) : 0;

    private static bool IsLetter(char character) => char.IsAscii(character) ? char.IsAsciiLetter(character) : char.IsLetter(character);
}
