namespace AutoResolve.Mails;

/// <summary>The lines above a quote: "On Mon, Jan 5, 2026 at 3 PM, Desk &lt;d@x.example&gt; wrote:".</summary>
internal static class IntroductionLines
{
    private const int MaxLines = 4;
    private const int MaxLength = 300;

    // "On Monday, January 5" has its day in the third word.
    private const int MaxWordsBeforeDay = 4;

    /// <summary>How many lines from a line on are an introduction; 0 where they are none.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="number">The line.</param>
    /// <param name="isInQuote">Whether the lines have marks of quotes.</param>
    /// <param name="certainty">How certain it is.</param>
    public static int Length(in MailText mail, int number, bool isInQuote, out IntroductionCertainty certainty)
    {
        var length = Measure(in mail, number, isInQuote, out certainty, out var beginsWithDay);

        // The last words of a person may stand right above: "I was there on Monday.", and below "On Mon, Jan 5, 2026 … wrote:".
        for (var later = number + 1; !beginsWithDay && later < number + length; later++)
        {
            if (Measure(in mail, later, isInQuote, out var other, out _) == 0 || other != IntroductionCertainty.Certain)
                continue;
            certainty = IntroductionCertainty.None;
            return 0;
        }

        return length;
    }

    private static int Measure(in MailText mail, int number, bool isInQuote, out IntroductionCertainty certainty, out bool beginsWithDay)
    {
        certainty = IntroductionCertainty.None;
        var first = mail.Line(number, isInQuote);

        // "---- On Thu, 02 Oct 2025 10:11:12 Desk <d@x.example> wrote ----"
        var isRuled = first.StartsWith("--");
        first = isRuled ? first.TrimStart("- ") : first;
        var begin = BeginLength(first, out beginsWithDay);
        var begins = begin > 0;
        if (!begins && !first.Contains('<') && !first.Contains('@'))
            return IsByName(first, out certainty) ? 1 : 0;
        var (verbs, pronouns, hasAddress, hasDate, length) = (0, 0, false, false, 0);
        for (var next = number; next < Math.Min(mail.Count, number + MaxLines); next++)
        {
            var line = next == number ? first : mail.Line(next, isInQuote);
            length += line.Length;
            if (line.IsEmpty || length > MaxLength || (!isInQuote && mail.IsQuoted(next)))
                return 0;
            var end = line;
            if (isRuled && line.EndsWith("--"))
                line = line.TrimEnd("- ");
            verbs += MailWords.All.IntroductionVerbs.CountIn(line) + (line.ContainsAny(MailWords.All.IntroductionEnds) ? 1 : 0);
            pronouns += MailWords.All.Pronouns.CountIn(next == number ? line[begin..] : line);
            hasAddress |= HasAddress(line);
            hasDate |= MailDate.HasDigits(line);
            if (!EndsWithColon(line) && line.Length == end.Length)
                continue;
            hasAddress |= next > number && IsBrokenAddress(in mail, next, isInQuote);
            certainty = Judge(begins && beginsWithDay, begins, verbs > 0, hasAddress, hasDate, pronouns > 0);
            return certainty == IntroductionCertainty.None ? 0 : next + 1 - number;
        }

        return 0;
    }

    private static IntroductionCertainty Judge(bool beginsWithDay, bool begins, bool hasVerb, bool hasAddress, bool hasDate, bool isTold)
    {
        if (hasAddress && hasDate && (hasVerb || beginsWithDay))
            return IntroductionCertainty.Certain;
        if (beginsWithDay && hasVerb && hasDate && !isTold)
            return IntroductionCertainty.Certain;
        if (hasAddress && (hasVerb || hasDate))
            return IntroductionCertainty.WhereQuoteFollows;
        return begins && hasVerb ? IntroductionCertainty.LikelyWhereQuoteFollows : IntroductionCertainty.None;
    }

    // "Desk/Center wrote on 10/02/2025 10:11:22 AM:", without an address.
    private static bool IsByName(ReadOnlySpan<char> line, out IntroductionCertainty certainty)
    {
        var isOne =
            EndsWithColon(line)
            && line.Length <= MaxLength
            && MailDate.HasDayAndTime(line)
            && MailWords.All.IntroductionVerbs.CountIn(line) > 0
            && !MailWords.All.Pronouns.Contains(WordSet.Core(line[..EndOfWord(line, 0)]));
        certainty = isOne ? IntroductionCertainty.WhereQuoteFollows : IntroductionCertainty.None;
        return isOne;
    }

    // What it begins with in one language is a pronoun in another.
    private static int BeginLength(ReadOnlySpan<char> line, out bool hasDay)
    {
        hasDay = char.IsAsciiDigit(line.TrimStart("*_ ") is { IsEmpty: false } written ? written[0] : ' ');
        if (hasDay)
            return 1;
        var start = line.Length - line.TrimStart("*_ ").Length;
        var end = EndOfWord(line, start);
        if (!MailWords.All.IntroductionBegins.Contains(WordSet.Core(line[start..end])))
        {
            end = end < line.Length ? EndOfWord(line, end + 1) : end;
            if (!MailWords.All.IntroductionBegins.Contains(WordSet.Core(line[start..end])))
                return 0;
        }

        var last = end;
        for (var words = 0; words < MaxWordsBeforeDay && last < line.Length && !hasDay; words++)
        {
            var next = EndOfWord(line, last + 1);
            hasDay = line[last..next].ContainsAny(WordSet.Digits);
            last = next;
        }

        return end;
    }

    private static bool EndsWithColon(ReadOnlySpan<char> line) => line.TrimEnd("*_ ") is [.., ':' or '：'];

    private static int EndOfWord(ReadOnlySpan<char> line, int start) =>
        line[start..].IndexOfAny(WordSet.Separators) is var length and >= 0 ? start + length : line.Length;

    private static bool HasAddress(ReadOnlySpan<char> line)
    {
        var open = line.IndexOfAny('<', '[');
        return open >= 0 && line[open..].IndexOf('@') is var at and > 0 && line[(open + at)..].IndexOfAny('>', ']') > 0;
    }

    // Broken just behind "<", or before ">".
    private static bool IsBrokenAddress(in MailText mail, int line, bool isInQuote) =>
        mail.Line(line - 1, isInQuote).LastIndexOf('<') >= 0
        && mail.Line(line, isInQuote) is var end
        && end.IndexOf('>') > 0
        && (end.Contains('@') || mail.Line(line - 1, isInQuote).Contains('@'));
}

/// <summary>How certain it is that lines introduce a quote.</summary>
internal enum IntroductionCertainty
{
    None = 0,

    /// <summary>A person may tell so what another wrote, and quote it.</summary>
    LikelyWhereQuoteFollows,

    /// <summary>It introduces a quote where lines with marks of quotes follow.</summary>
    WhereQuoteFollows,

    /// <summary>A mail program wrote it.</summary>
    Certain,
}
