namespace AutoResolve.Words.Denials;

/// <summary>Whether words of a text are denied right before they are named: "not on my phone", "no labs", "it isn't error 500".</summary>
internal static class Denial
{
    private const int MaxBetween = 3;

    private static ValueWords Known => DenialWords.Instance.Values;

    /// <param name="view">The text.</param>
    /// <param name="at">The place in its words where what may be denied begins.</param>
    public static bool StandsBefore(TokenizedText view, int at)
    {
        var (isNamed, mayCorrect) = (true, false);
        for (var place = at - 1; place >= 0 && at - place <= MaxBetween + 1 && AreJoined(view, place); place--)
        {
            var word = view.Words[place].Folded;
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
        && AreJoined(view, after - 1)
        && AreJoined(view, after)
        && Known.Are.Contains(view.Words[after].Folded)
        && Known.AllRight.Contains(view.Words[after + 1].Folded);

    /// <param name="view">The text.</param>
    /// <param name="range">What may be denied.</param>
    public static bool StandsBefore(TokenizedText view, TextRange range)
    {
        var (low, high) = (0, view.Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (view.Words[middle].Start < range.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return StandsBefore(view, low);
    }

    // Quotes do not part words: not "access denied" but "try again".
    private static bool AreJoined(TokenizedText view, int place)
    {
        if (place + 1 >= view.Words.Count)
            return true;
        foreach (var character in view.Text[view.Words[place].End..view.Words[place + 1].Start])
        {
            if (character is not (' ' or '\t' or '"' or '“' or '”' or '«' or '\'' or '’' or '‘' or '#' or '-'))
                return false;
        }

        return true;
    }
}
