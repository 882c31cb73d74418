namespace AutoResolve.Mails;

/// <summary>What lines are that begin with &gt;, one below the other.</summary>
internal static class QuotedBlock
{
    private const int MaxListed = 12;
    private const int MaxNameLength = 40;

    /// <summary>
    /// Whether it is a list of the writer's: ways through menus, "> Settings > Sign in", steps that the words above announce, or names of
    /// buttons in the middle of a sentence.
    /// </summary>
    public static bool IsList(in MailView mail, int number, int length)
    {
        if (!IsBelowOwnWords(in mail, number))
            return false;
        var listed = Look(in mail, number, length);
        if (listed == Listed.Ways)
            return true;
        return listed >= Listed.Plain
            && (mail[mail.LastWritten(number - 1)].IsColon || (listed == Listed.Names && IsInSentence(in mail, number, length)));
    }

    /// <summary>Whether it may be such a list, so that guards read it.</summary>
    public static bool MayBeList(in MailView mail, int number, int length) =>
        IsBelowOwnWords(in mail, number) && Look(in mail, number, length) == Listed.Names;

    /// <summary>Whether an introduction or a header stands in it.</summary>
    /// <remarks>Some programs put the introduction or the header into the quote.</remarks>
    public static bool IntroducesItself(in MailView mail, int number, int length)
    {
        const int Looked = 4;
        for (var line = number; line < number + Math.Min(length, Looked); line++)
        {
            if (mail[line].IsHeadForCertain)
                return true;
        }

        return false;
    }

    /// <summary>Whether it looks like a quote that nothing introduces.</summary>
    /// <remarks>
    /// A person who makes a list with &gt; leaves no line empty, quotes no quotes, does not begin with it, and asks nothing in it. In an
    /// answer it is rather a quote.
    /// </remarks>
    public static bool LooksQuoted(in MailView mail, int number, int length)
    {
        var (empty, nested, asks) = (0, 0, false);
        for (var line = number; line < number + length; line++)
        {
            empty += mail[line].IsEmpty ? 1 : 0;
            nested += mail[line].IsNested ? 1 : 0;
            asks |= mail[line].IsQuestion;
        }

        if (length > 2 && empty + nested > 0 && empty < length)
            return true;
        return mail.NextWritten(0) == number ? !mail.HasTitleOfItsOwn : mail.IsReply && (asks || mail[number - 1].IsBlank);
    }

    private static bool IsBelowOwnWords(in MailView mail, int number) =>
        mail.LastWritten(number - 1) is >= 0 and var above && !mail[above].IsQuoted && mail.KindOf(above).Kind == MailPartKind.OwnWords;

    private static bool IsInSentence(in MailView mail, int number, int length) =>
        !mail[number - 1].IsBlank && number + length < mail.Count && mail[number + length] is { Sign: LineSign.Words };

    private static Listed Look(in MailView mail, int number, int length)
    {
        var (ways, names) = (0, 0);
        for (var line = number; line < number + length; line++)
        {
            if (mail[line].IsWay)
                ways++;
            else if (mail[line].IsEmpty || mail[line].IsNested || mail[line].IsQuestion || mail[line].IsHeadForCertain)
                return Listed.Not;
            else
                names += IsName(mail.Words(line)) ? 1 : 0;
        }

        if (ways == length)
            return Listed.Ways;
        if (length > MaxListed)
            return Listed.Not;
        return length > 1 && ways + names == length ? Listed.Names : Listed.Plain;
    }

    // "Refill", "Contact information", and no sentence.
    private static bool IsName(ReadOnlySpan<char> line) =>
        line.Length <= MaxNameLength && line[^1] is not ('.' or '!' or ',' or ':') && MailWords.All.Sentences.CountIn(line) == 0;

    private enum Listed
    {
        Not = 0,
        Plain,
        Names,
        Ways,
    }
}
