namespace AutoResolve.Mails;

/// <summary>What stands below a header: a quote, or what the writer passes on. The same header stands above both.</summary>
internal static class HeadedMail
{
    private const int MaxSalutation = 40;

    /// <param name="mail">The message; its next line is the header's first.</param>
    /// <param name="subject">What the header's subject says.</param>
    /// <param name="isFirst">Whether the writer's own words stand above, and no other head.</param>
    /// <param name="isQuoteNext">Whether marks of quotes follow.</param>
    public static MailZone ZoneOf(in MailView mail, MailTitle? subject, bool isFirst, bool isQuoteNext)
    {
        if (isFirst && (IsPassedOn(in mail, subject) || (!(mail.IsReply && isQuoteNext) && mail.PointsBelow())))
            return MailZone.Forward;

        // Where nothing tells, guards read it.
        return mail.IsReply || (mail.Title is null && subject is null or MailTitle.Reply) ? MailZone.Quote : MailZone.UnsureQuote;
    }

    /// <summary>
    /// Where nothing of the writer's stands above, the line behind the first paragraph below, which is the other's: what follows it may be
    /// the answer. 0 where nothing follows, or the writer has answered in between.
    /// </summary>
    public static int EndOfFirst(in MailView mail, int number)
    {
        const int Looked = 40;
        if (mail.HasOwnWords())
            return 0;
        var first = mail.NextWritten(number);
        var end = mail.EndOfParagraph(first);
        var next = mail.NextWritten(end);
        if (next == mail.Count)
            return 0;

        // "Hi Earl," alone is not all that the other has said.
        if (
            end == first + 1
            && IsSalutation(mail.Words(first))
            && mail.EndOfParagraph(next) is var second
            && mail.NextWritten(second) < mail.Count
        )
            end = second;
        for (var line = number; line < Math.Min(mail.Count - 1, number + Looked); line++)
        {
            if (IsAnswered(in mail, line))
                return 0;
        }

        return end;
    }

    /// <summary>"Which browser?", and without a mark the answer in the line below.</summary>
    public static bool IsAnswered(in MailView mail, int number) =>
        mail[number].IsQuestion
        && !mail[number].IsQuoted
        && number + 1 < mail.Count
        && mail[number + 1] is { HasWords: true, IsQuestion: false, IsQuoted: false, IsColon: false };

    private static bool IsSalutation(ReadOnlySpan<char> line) =>
        line.Length <= MaxSalutation && line[^1] is ',' or ':' or '!' or '：' or '，';

    // Who answers keeps the title. A title of the writer's own, above a mail that is no answer, is that of somebody who passes it on.
    private static bool IsPassedOn(in MailView mail, MailTitle? subject) =>
        mail.Title == MailTitle.Forward || (mail.HasTitleOfItsOwn && subject != MailTitle.Reply && !mail.NamesTitle());
}

/// <summary>What lines are taken for, from a head on.</summary>
internal enum MailZone
{
    /// <summary>What has no marks is the writer's.</summary>
    Open = 0,

    /// <summary>All of it is passed on.</summary>
    Forward,

    /// <summary>All of it is a quote.</summary>
    Quote,

    /// <summary>All of it is perhaps a quote.</summary>
    UnsureQuote,

    /// <summary>A quote without marks, with answers in it.</summary>
    Between,

    /// <summary>The notice of a help desk, with an answer in it.</summary>
    Notice,
}
