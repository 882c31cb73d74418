using System.Buffers;
using AutoResolve.Words;

namespace AutoResolve.Seen.Disguises;

/// <summary>
/// Reads words as they are meant that somebody has disguised, so that no filter sees them: "k1ll", "s u i c i d e", "killmyself", "dieeee",
/// "sui cide", "k*ll", and letters of other scripts that look like Latin ones. Only guards read texts so.
/// </summary>
/// <remarks>
/// What is no common word and is one without its disguise is taken for that word; a word that people use stays as it is. Linear, and no
/// more than so many words are tried in a text.
/// </remarks>
internal static class DisguisedText
{
    // A fragment of a word that was torn in two.
    private const int MaxFragment = 6;
    private const int LeastLetters = 4;

    private static readonly SearchValues<char> Addresses = SearchValues.Create("/\\:=%");

    /// <summary>Whether any word of a text is disguised.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        var reader = DisguiseReader.ForText();
        TextRange? plain = null;
        for (var at = 0; !reader.IsSpent && NextChunk(text, ref at, out var chunk); )
        {
            // Most words are plain; only together with one that is not may such a one be a fragment.
            if (reader.IsPlain(text.Slice(chunk.Start, chunk.Length)))
            {
                plain = chunk;
                continue;
            }

            if (plain is { Length: <= MaxFragment } before && chunk.Length <= MaxFragment && ReadFragments(text, before, reader, out _))
                return true;
            if (Read(text, chunk, reader, out _))
                return true;
            plain = null;
        }

        return false;
    }

    /// <summary>Reads what is seen so far without disguises. False where there is none.</summary>
    public static bool Undo(SeenText seen)
    {
        var text = seen.Text;
        var reader = DisguiseReader.ForText();
        var copied = 0;
        MadeText? step = null;
        for (var at = 0; !reader.IsSpent && NextChunk(text, ref at, out var chunk); )
        {
            if (!Read(text, chunk, reader, out var disguised))
                continue;
            step ??= seen.NextStep();
            step.AddCopy(text[copied..disguised.Start], copied);
            step.AddReplaced(reader.Plain, disguised.Start, disguised.Length);
            copied = disguised.End;
            at = disguised.End;
        }

        if (step is null)
            return false;
        step.AddCopy(text[copied..], copied);
        seen.Add();
        return true;
    }

    // A chunk stands between blanks, without the marks around it. Words are so short that going through them takes less than searching.
    private static bool NextChunk(ReadOnlySpan<char> text, ref int at, out TextRange chunk)
    {
        while (at < text.Length)
        {
            var start = at;
            while (start < text.Length && IsBlank(text[start]))
                start++;
            var end = start;
            while (end < text.Length && !IsBlank(text[end]))
                end++;
            at = end;
            while (start < end && !IsPartOfWord(text[start]))
                start++;
            while (end > start && !IsPartOfWord(text[end - 1]))
                end--;
            if (end <= start)
                continue;
            chunk = new TextRange(start, end - start);
            return true;
        }

        chunk = default;
        return false;
    }

    private static bool IsBlank(char character) =>
        character <= ' '
            ? character is ' ' or (>= '\t' and <= '\r')
            : character is '\u00A0' or '\u2009' or '\u200A' or '\u202F' or '\u3000';

    // The characters of which a word may begin or end when it is disguised.
    private static bool IsPartOfWord(char character) => char.IsLetterOrDigit(character) || character is '$' or '@' or '€' or '|';

    private static bool Read(ReadOnlySpan<char> text, TextRange chunk, DisguiseReader reader, out TextRange disguised)
    {
        disguised = chunk;
        var word = text.Slice(chunk.Start, chunk.Length);
        if (word.Length == 1)
            return char.IsAsciiLetter(word[0]) && ReadLetters(text, chunk, reader, out disguised);
        if (word.Length > DisguiseReader.MaxLength || word.ContainsAny(Addresses))
            return false;
        return reader.ReadWord(word) || (word.Length <= MaxFragment && ReadFragments(text, chunk, reader, out disguised));
    }

    // "s u i c i d e"
    private static bool ReadLetters(ReadOnlySpan<char> text, TextRange first, DisguiseReader reader, out TextRange disguised)
    {
        Span<char> letters = stackalloc char[DisguiseReader.MaxLength];
        letters[0] = text[first.Start];
        var (count, end) = (1, first.End);
        while (
            count < letters.Length
            && end + 1 < text.Length
            && text[end] is ' ' or '\u00A0'
            && char.IsAsciiLetter(text[end + 1])
            && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2]))
        )
        {
            letters[count++] = text[end + 1];
            end += 2;
        }

        disguised = new TextRange(first.Start, end - first.Start);
        return count >= LeastLetters && reader.ReadJoined(letters[..count]);
    }

    // "sui cide"
    private static bool ReadFragments(ReadOnlySpan<char> text, TextRange first, DisguiseReader reader, out TextRange disguised)
    {
        disguised = first;
        var at = first.End;
        if (at >= text.Length || text[at] is not (' ' or '\n' or '\u00A0'))
            return false;
        if (!NextChunk(text, ref at, out var second) || second.Start != first.End + 1 || second.Length > MaxFragment)
            return false;
        disguised = new TextRange(first.Start, second.End - first.Start);
        return reader.ReadTorn(text.Slice(first.Start, first.Length), text.Slice(second.Start, second.Length));
    }
}
