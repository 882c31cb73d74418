namespace AutoResolve.Words.Denials;

/// <summary>Whether words of a text are denied right before they are named: "not on my phone", "no labs", "it isn't error 500".</summary>
internal static class Denial
{
    private const int MaxBetween = 3;

    // So many characters before have all the words that matter, but in hardly any text.
    private const int UsualReach = 40;

    private static ValueWords Known => DenialWords.Instance.Values;

    /// <param name="view">The text.</param>
    /// <param name="at">The place in its words where what may be denied begins.</param>
    public static bool StandsBefore(TokenizedText view, int at) => StandsBefore(view.Text, view.Words, at);

    private static bool StandsBefore(ReadOnlySpan<char> text, IReadOnlyList<Word> words, int at)
    {
        var (isNamed, mayCorrect) = (true, false);
        for (var place = at - 1; place >= 0 && at - place <= MaxBetween + 1 && AreJoined(text, words, place); place--)
        {
            var word = words[place].Folded;
            if (Known.Denies.Contains(word))
                return !mayCorrect || !Known.Corrects.Contains(word);
            isNamed &= Known.Names.Contains(word);
            if (!isNamed && !Known.Between.Contains(word))
                return false;
            mayCorrect |= !isNamed && Known.BetweenCorrecting.Contains(word);
        }

        return false;
    }

    /// <summary>Whether what was named is said to be all right: "the labs are fine".</summary>
    /// <param name="view">The text.</param>
    /// <param name="after">The place in its words behind what was named.</param>
    public static bool StandsBehind(TokenizedText view, int after) =>
        after + 1 < view.Words.Count
        && AreJoined(view.Text, view.Words, after - 1)
        && AreJoined(view.Text, view.Words, after)
        && Known.Are.Contains(view.Words[after].Folded)
        && Known.AllRight.Contains(view.Words[after + 1].Folded);

    /// <param name="view">The text.</param>
    /// <param name="range">What may be denied.</param>
    public static bool StandsBefore(TokenizedText view, TextRange range)
    {
        if (!view.HasWords && WordsAround(view, range) is { } some)
            return StandsBefore(view.Text, some, FirstFrom(some, range.Start));
        return StandsBefore(view, FirstFrom(view.Words, range.Start));
    }

    // The words that tell, where they are all there: others of the text are not read for it.
    private static List<Word>? WordsAround(TokenizedText view, TextRange range)
    {
        if (view.Ranges is not [var part])
            return null;
        var start = Math.Max(part.Start, range.Start - UsualReach);
        while (start > part.Start && !char.IsWhiteSpace(view.Text[start - 1]))
            start--;
        var end = range.End;
        while (end < part.End && !char.IsWhiteSpace(view.Text[end]))
            end++;
        if (range.Start - start > 2 * UsualReach || end - range.Start > 2 * UsualReach)
            return null;
        var words = Tokenizer.Read(view.Text, [new TextRange(start, end - start)]);
        var first = FirstFrom(words, range.Start);
        return first < words.Count && (start == part.Start || first > MaxBetween + 1) ? words : null;
    }

    private static int FirstFrom(IReadOnlyList<Word> words, int start)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[middle].Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // Quotes do not part words: not "access denied" but "try again".
    private static bool AreJoined(ReadOnlySpan<char> text, IReadOnlyList<Word> words, int place)
    {
        if (place + 1 >= words.Count)
            return true;
        foreach (var character in text[words[place].End..words[place + 1].Start])
        {
            if (character is not (' ' or '\t' or '"' or '“' or '”' or '«' or '\'' or '’' or '‘' or '#' or '-'))
                return false;
        }

        return true;
    }
}
