namespace AutoResolve.Mails;

/// <summary>The notice of a help desk below the line above which one is to answer, where the answer stands below that line too.</summary>
internal static class DeskNotice
{
    private const int MaxHeadLength = 100;

    /// <summary>Decides the paragraph, or what of it stands above a quote or a head.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="isSaid">Whether the paragraph above ends with who says what is below, and then whether this one does.</param>
    public static void AddParagraph(in MailView mail, ref bool isSaid)
    {
        var (end, isNotice, isFirst) = (mail.Next, isSaid, true);
        isSaid = false;
        for (; end < mail.Count && !mail[end].IsBlank && !mail[end].IsQuoted && !(mail[end].IsHead && end > mail.Next); end++)
        {
            isSaid = BeginsComment(in mail, end);
            isNotice |= isSaid || IsOfDesk(in mail, end, isFirst);
            isFirst = false;
        }

        mail.Add(
            end - mail.Next,
            isNotice ? MailPartKind.UnsureQuote : MailPartKind.OwnWords,
            isNotice ? LeftOutReason.ReplyAboveLine : null
        );
    }

    // "Incident: INC0012345" begins a paragraph of fields; "Ana (Support): Which browser?" is said by somebody.
    private static bool IsOfDesk(in MailView mail, int number, bool isFirst)
    {
        if (mail[number].Sign is LineSign.Notice or LineSign.Ruler or LineSign.ReplyAbove)
            return true;
        var line = mail.Words(number);
        line = line[..Math.Min(line.Length, MaxHeadLength)];
        if (isFirst && !MailWords.All.Desk.FieldOf(line).IsEmpty)
            return true;
        return line.IndexOf("): ") is var close and > 0 && line[..close].Contains('(');
    }

    // "Ana commented:", "Apr 2, 2025, 11:15"
    private static bool BeginsComment(in MailView mail, int number)
    {
        var line = mail.Words(number);
        if (line.Length > MaxHeadLength || mail[number].IsQuestion)
            return false;
        return line.ContainsAny(MailWords.All.Desk.Comments)
            || (MailDate.HasDayAndTime(line) && line[^1] is not ('.' or '!') && MailWords.All.Sentences.CountIn(line) == 0);
    }
}
