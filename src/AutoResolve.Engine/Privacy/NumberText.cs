using System.Buffers;

namespace AutoResolve.Privacy;

/// <summary>A text in its plain form, with the digits in it.</summary>
internal readonly ref struct NumberText
{
    // A longer context would make words of another sentence count.
    private const int ContextLength = 48;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?;\n\r");

    private const int HarmlessLength = 24;
    private const int MaxChunkLength = 40;

    private readonly ReadOnlySpan<PhraseHit> _words;

    public NumberText(
        ReadOnlySpan<char> text,
        ReadOnlySpan<DigitRun> runs,
        ReadOnlySpan<PhraseHit> words,
        Dictionary<int, NumberMatch>? own
    )
    {
        Text = text;
        Own = own;
        Runs = runs;
        _words = words;
    }

    public ReadOnlySpan<char> Text { get; }

    public ReadOnlySpan<DigitRun> Runs { get; }

    /// <summary>The organisation's own numbers, by the run with which each begins; null where there are none.</summary>
    public Dictionary<int, NumberMatch>? Own { get; }

    public static void Find(ReadOnlySpan<char> text, ref Gathered<DigitRun> runs)
    {
        for (var place = 0; place < text.Length; place++)
        {
            var next = text[place..].IndexOfAnyInRange('0', '9');
            if (next < 0)
                return;
            var start = place += next;
            var (end, length) = (start, 0);
            for (; place < text.Length && (char.IsAsciiDigit(text[place]) || text[place] == NormalizedText.Invisible); place++)
            {
                if (text[place] == NormalizedText.Invisible)
                    continue;
                length++;
                end = place + 1;
            }

            runs.Add(new DigitRun(start, end, length));
            place = end - 1;
        }
    }

    /// <summary>
    /// Whether the runs from here have these lengths, with at most so many characters of <paramref name="separators"/> between each two.
    /// </summary>
    public bool HasShape(int run, ReadOnlySpan<int> lengths, string separators, int most = 1)
    {
        if (run + lengths.Length > Runs.Length)
            return false;
        for (var place = 0; place < lengths.Length; place++)
        {
            if (Runs[run + place].Length != lengths[place] || (place > 0 && !AreJoined(run + place - 1, separators, most)))
                return false;
        }

        return true;
    }

    /// <summary>Whether only such separators stand between a run and the next.</summary>
    public bool AreJoined(int run, string separators, int most)
    {
        var between = Between(run);
        var count = 0;
        foreach (var character in between)
        {
            if (character == NormalizedText.Invisible)
                continue;
            if (++count > most || !separators.Contains(character, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether the runs from here have these lengths, and one and the same separator stands between each two, whatever it is; a comma is
    /// none, for it separates the members of a list.
    /// </summary>
    public bool IsGrouped(int run, ReadOnlySpan<int> lengths)
    {
        if (run + lengths.Length > Runs.Length)
            return false;
        for (var place = 0; place < lengths.Length; place++)
        {
            if (Runs[run + place].Length != lengths[place])
                return false;
        }

        return IsGrouped(run, lengths.Length);
    }

    /// <summary>Whether one and the same separator stands between each two of some runs.</summary>
    public bool IsGrouped(int run, int runs)
    {
        if (run + runs > Runs.Length)
            return false;
        var gap = DigitGap.Of(Between(run));
        if (gap.Kind is DigitGapKind.Apart or DigitGapKind.List)
            return false;
        for (var place = run + 1; place < run + runs - 1; place++)
        {
            if (DigitGap.Of(Between(place)) != gap)
                return false;
        }

        return true;
    }

    /// <summary>How many runs from here have so many digits together, whatever separates them; 0 where none do.</summary>
    public int Group(int run, int digits)
    {
        var (runs, count) = (0, 0);
        var (lists, signs) = (0, 0);
        while (run + runs < Runs.Length)
        {
            count += Runs[run + runs++].Length;
            if (count > digits)
                return 0;

            // Of "12:30-3:30" and "10, 20" the separators say that they are not groups of one number.
            if (count == digits)
                return lists == 0 || (signs == 0 && lists > 1) ? runs : 0;
            if (run + runs >= Runs.Length)
                return 0;
            switch (DigitGap.Of(Between(run + runs - 1)).Kind)
            {
                case DigitGapKind.Apart:
                    return 0;
                case DigitGapKind.List:
                    lists++;
                    break;
                default:
                    signs++;
                    break;
            }
        }

        return 0;
    }

    public ReadOnlySpan<char> Between(int run) => Text[Runs[run].End..Runs[run + 1].Start];

    public char Before(int run) => Runs[run].Start > 0 ? Text[Runs[run].Start - 1] : ' ';

    public char After(int run) => Runs[run].End < Text.Length ? Text[Runs[run].End] : ' ';

    public int Value(int run)
    {
        var value = 0;
        foreach (var character in Text[Runs[run].Start..Runs[run].End])
        {
            if (char.IsAsciiDigit(character))
                value = unchecked((value * 10) + character - '0');
        }

        return value;
    }

    /// <summary>The digits of some runs, without what is between them.</summary>
    /// <returns>How many were written.</returns>
    public int Digits(int run, int count, Span<char> digits)
    {
        var written = 0;
        for (var each = run; each < run + count; each++)
        {
            foreach (var character in Text[Runs[each].Start..Runs[each].End])
            {
                if (char.IsAsciiDigit(character) && written < digits.Length)
                    digits[written++] = character;
            }
        }

        return written;
    }

    /// <summary>The letters, digits and dashes around a run; the run alone where they are too many for a word.</summary>
    public ReadOnlySpan<char> Chunk(int run)
    {
        var (start, end) = (Runs[run].Start, Runs[run].End);
        while (start > 0 && end - start <= MaxChunkLength && IsInChunk(Text[start - 1]))
            start--;
        while (end < Text.Length && end - start <= MaxChunkLength && IsInChunk(Text[end]))
            end++;
        return end - start <= MaxChunkLength ? Text[start..end] : Text[Runs[run].Start..Runs[run].End];
    }

    /// <summary>What the nearest word before a run says that says anything.</summary>
    public WordKind Context(int run)
    {
        for (var word = LastWord(run); word >= 0 && IsNear(word, run); word--)
        {
            var kind = _words[word].Kind;
            if (kind < WordKind.Harmless || (kind == WordKind.Harmless && IsMeantBy(word, run)))
                return kind;
        }

        return WordKind.None;
    }

    /// <summary>Whether such a word stands before a run, the nearest or not.</summary>
    public bool HasContext(int run, WordKind kind)
    {
        for (var word = LastWord(run); word >= 0 && IsNear(word, run); word--)
        {
            if (_words[word].Kind == kind)
                return true;
        }

        return false;
    }

    private bool IsNear(int word, int run) => _words[word].End + ContextLength >= Runs[run].Start;

    // What lets a number stay must be close to it: "error 110, and 600123456" says nothing of the second.
    private bool IsMeantBy(int word, int run)
    {
        var (end, start) = (_words[word].End, Runs[run].Start);
        if (start - end > HarmlessLength || (run > 0 && Runs[run - 1].End > end))
            return false;
        var between = Text[end..start].TrimEnd(' ');
        if (between.EndsWith(" no.", StringComparison.OrdinalIgnoreCase))
            between = between[..^1];
        return !between.ContainsAny(SentenceEnds);
    }

    // The last that ends before the run. They stand in the order of their beginnings; of those at one place only the longest matters, and
    // it comes as late as the others.
    private int LastWord(int run)
    {
        var (low, high) = (0, _words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].End <= Runs[run].Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private static bool IsInChunk(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or NormalizedText.Invisible;
}
