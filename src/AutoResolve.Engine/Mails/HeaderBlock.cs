namespace AutoResolve.Mails;

/// <summary>The header of a mail, as programs put it above what they quote or pass on.</summary>
internal static class HeaderBlock
{
    // As long as the longest that programs write: each line with a blank one below, addresses over several.
    private const int MaxLines = 28;
    private const int MaxContinuation = 4;
    private const int MaxOneLine = 600;

    /// <summary>Whether a header begins in a line, for certain: forms and lists have From, To and Date as well.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="number">The line.</param>
    /// <param name="isInQuote">Whether the lines have marks of quotes.</param>
    /// <param name="subject">What its subject says; null where it has none.</param>
    public static bool BeginsAt(in MailText mail, int number, bool isInQuote, out MailTitle? subject)
    {
        subject = null;
        var line = mail.Line(number, isInQuote);
        var header = MailWords.All.HeaderOf(line, out _);
        if (header == MailHeader.None)
            return false;
        return (header == MailHeader.From && IsOneLine(line)) || IsBlock(in mail, number, isInQuote, out subject, out _);
    }

    /// <summary>The subject that a header says, certain or not; null where it says none.</summary>
    public static MailTitle? SubjectAt(in MailText mail, int number, bool isInQuote)
    {
        IsBlock(in mail, number, isInQuote, out var subject, out _);
        return subject;
    }

    /// <summary>The line below a header without marks; 0 where there is none for certain.</summary>
    public static int EndAt(in MailText mail, int number) => IsBlock(in mail, number, isInQuote: false, out _, out var end) ? end : 0;

    private static bool IsBlock(in MailText mail, int number, bool isInQuote, out MailTitle? subject, out int end)
    {
        subject = null;
        var (found, last, lastLine, continued) = (MailHeader.None, MailHeader.None, number - 1, 0);
        var (hasAddress, hasTime, sentIsNext) = (false, false, false);
        for (var next = number; next < Math.Min(mail.Count, number + MaxLines); next++)
        {
            if (!isInQuote && mail.IsQuoted(next))
                break;
            var line = mail.Line(next, isInQuote);
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

        end = lastLine + 1;
        var isSent = (found & (MailHeader.Sent | MailHeader.Date)) != 0;
        return (found & MailHeader.From) != 0
            && isSent
            && (found & (MailHeader.To | MailHeader.Subject)) != 0
            && (hasAddress || ((found & MailHeader.Sent) != 0 && (hasTime || sentIsNext)));
    }

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
