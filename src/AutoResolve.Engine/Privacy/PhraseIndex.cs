using System.Numerics;

namespace AutoResolve.Privacy;

/// <summary>Finds known phrases in a text by their first words, of which each is looked up once.</summary>
internal sealed class PhraseIndex
{
    private const int Slots = 32;
    private const int MaxLetters = 63;

    // Which lengths a first word has, by its first and its last letter: nearly all words of a text are none.
    private readonly ulong[] _lengths = new ulong[Slots * Slots];
    private readonly Dictionary<string, (string Phrase, WordKind Kind)[]>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    public PhraseIndex(IEnumerable<(string Phrase, WordKind Kind)> phrases)
    {
        var byFirstWord = phrases
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
        _byFirstWord = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var first in byFirstWord.Keys)
            _lengths[Slot(first)] |= 1UL << first.Length;
    }

    /// <summary>Adds the phrases in a text, in their order. A plural of a word is the same word.</summary>
    public void Find(ReadOnlySpan<char> text, ref Gathered<PhraseHit> hits)
    {
        for (var place = 0; place < text.Length; )
        {
            var letters = LetterMask.Of(text[place..]);
            var seen = LetterMask.Length;
            while (letters != 0)
            {
                var first = BitOperations.TrailingZeroCount(letters);
                var length = BitOperations.TrailingZeroCount(~(letters >> first));
                if (first + length >= LetterMask.Length && place + LetterMask.Length < text.Length)
                {
                    // A word that may go on is looked at from its beginning; one that is too long is none.
                    seen = first > 0 ? first : WordLength(text[place..]);
                    break;
                }

                Look(text, place + first, length, ref hits);
                letters = first + length < LetterMask.Length ? letters >> (first + length) << (first + length) : 0;
            }

            place += seen;
        }
    }

    private void Look(ReadOnlySpan<char> text, int start, int length, ref Gathered<PhraseHit> hits)
    {
        var word = text.Slice(start, length);
        if (
            length > MaxLetters
            || (_lengths[Slot(word)] & (1UL << length)) == 0
            || !_byFirstWord.TryGetValue(word, out var phrases)
            || Placeholder.Covers(text, start)
        )
            return;
        foreach (var (phrase, kind) in phrases)
        {
            if (EndOf(text, start, phrase) is > 0 and var end)
                hits.Add(new PhraseHit(start, end, kind));
        }
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && LetterMask.IsLetter(text[length]))
            length++;
        return length;
    }

    private static int EndOf(ReadOnlySpan<char> text, int start, string phrase)
    {
        if (!text[start..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            return 0;
        var end = start + phrase.Length;
        if (!char.IsLetter(phrase[^1]))
            return end;
        var next = end < text.Length && text[end] is 's' or 'S' ? end + 1 : end;
        return next >= text.Length || !LetterMask.IsLetter(text[next]) ? end : 0;
    }

    private static string FirstWord(string phrase)
    {
        var length = 0;
        while (length < phrase.Length && char.IsLetter(phrase[length]))
            length++;
        return phrase[..length];
    }

    private static int Slot(ReadOnlySpan<char> word) => (Slot(word[0]) * Slots) + Slot(word[^1]);

    private static int Slot(char letter) => char.IsAscii(letter) ? letter & (Slots - 1) : 0;
}
