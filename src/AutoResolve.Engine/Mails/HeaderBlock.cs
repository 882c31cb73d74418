namespace AutoResolve.Mails;

/// <summary>The header of a mail, as programs put it above what they quote or pass on.</summary>
internal static class HeaderBlock
{
    // As long as the longest that programs write: each line with a blank one below, addresses over several.
    private const int MaxLines = 28;
    private const int MaxContinuation = 4;
    private const int MaxOneLine = 600;

    /// <summary>Reads a header from a line on.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="number">The line.</param>
    /// <param name="isInQuote">Whether the lines have marks of quotes.</param>
    public static MailHead At(in MailText mail, int number, bool isInQuote)
    {
        var line = mail.Line(number, isInQuote);
        var first = MailWords.All.HeaderOf(line, out _);
        if (first == MailHeader.None)
            return default;
        if (first == MailHeader.From && IsOneLine(line))
            return new MailHead(IsCertain: true, IsShort: false, 1, null);
        var (found, last, lastLine, continued) = (MailHeader.None, MailHeader.None, number - 1, 0);
        var (hasAddress, hasTime, sentIsNext) = (false, false, false);
        MailTitle? subject = null;
        for (var next = number; next < Math.Min(mail.Count, number + MaxLines); next++)
        {
            if (!isInQuote && mail.IsQuoted(next))
                break;
            line = mail.Line(next, isInQuote);
            if (line.IsEmpty)
                continue;
            var header = MailWords.All.HeaderOf(line, out var value);
            if (header == MailHeader.None)
            {
                if (next != lastLine + 1 || !Continues(last, line) || ++continued > MaxContinuation)
                    break;
                lastLine = next;
                continue;
            }

            if ((found & header & ~MailHeader.Other) != 0)
                break;
            sentIsNext |= last == MailHeader.From && header == MailHeader.Sent;
            hasAddress |= header is MailHeader.From or MailHeader.To or MailHeader.Other && value.Contains('@');
            hasTime |= header is MailHeader.Sent or MailHeader.Date && MailDate.HasDigits(value);
            if (header == MailHeader.Subject)
                subject = MailWords.All.TitleOf(value.TrimStart("*_ \t"));
            (found, last, lastLine, continued) = (found | header, header, next, 0);
        }

        var isFromSomebody = (found & MailHeader.From) != 0 && (found & (MailHeader.Sent | MailHeader.Date)) != 0;
        var isCertain =
            isFromSomebody
            && (found & (MailHeader.To | MailHeader.Subject)) != 0
            && (hasAddress || ((found & MailHeader.Sent) != 0 && (hasTime || sentIsNext)));
        return new MailHead(isCertain, isFromSomebody && hasAddress && hasTime, lastLine + 1 - number, subject);
    }

    /// <summary>"From "Desk" &lt;d@x.example&gt;", as some programs write below a line of theirs.</summary>
    public static bool IsWithoutColon(ReadOnlySpan<char> line) =>
        line.IndexOf(' ') is > 0 and var end && MailWords.All.HeaderNamed(line[..end]) == MailHeader.From && line.Contains('@');

    // Addresses and subjects are broken over lines.
    private static bool Continues(MailHeader header, ReadOnlySpan<char> line) =>
        header is MailHeader.To or MailHeader.Other or MailHeader.From
            ? line.ContainsAny('@', ';', '<')
            : header == MailHeader.Subject && line.Length < 80 && line[^1] is not ('.' or '?' or '!' or ':' or ',');

    // "From: Desk <d@x.example> Sent: Monday To: Pat Subject: Re: claim", where line breaks were lost.
    private static bool IsOneLine(ReadOnlySpan<char> line)
    {
        line = line[..Math.Min(line.Length, MaxOneLine)];
        if (!line.Contains('@'))
            return false;
        var found = MailHeader.None;
        var start = 0;
        while (line[start..].IndexOf(':') is var length and >= 0)
        {
            var name = line.Slice(start, length).TrimEnd("* ");
            start += length + 1;
            found |= MailWords.All.HeaderNamed(name[(name.LastIndexOf(' ') + 1)..]);
        }

        return (found & MailHeader.From) != 0
            && (found & (MailHeader.Sent | MailHeader.Date)) != 0
            && (found & MailHeader.To) != 0
            && (found & MailHeader.Subject) != 0;
    }
}

/// <summary>Lines that may be the header of a mail.</summary>
/// <param name="IsCertain">Whether they are: forms and lists have From, To and Date as well.</param>
/// <param name="IsShort">Whether they say at least from whom and when.</param>
/// <param name="Length">How many lines they are.</param>
/// <param name="Subject">What the subject says; null where there is none.</param>
internal readonly record struct MailHead(bool IsCertain, bool IsShort, int Length, MailTitle? Subject);
