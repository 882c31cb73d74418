namespace AutoResolve.Mails;

/// <summary>Finds what speaks for each line being what, before anything is decided.</summary>
/// <remarks>From each line at most a fixed number of lines on are looked at, so that no mail makes it slow.</remarks>
internal static class LineSigns
{
    public static void Read(in MailText mail, List<MailLine> lines)
    {
        lines.Clear();
        var endOfHead = 0;
        while (lines.Count < mail.Count)
        {
            var line = Of(in mail, lines.Count, isInHead: lines.Count < endOfHead);
            if (line.Sign is LineSign.Header or LineSign.IntroductionOfProgram)
                endOfHead = lines.Count + line.Length;
            lines.Add(line);
        }
    }

    private static MailLine Of(in MailText mail, int number, bool isInHead)
    {
        var line = mail.Line(number);
        if (line.IsEmpty)
            return new MailLine(LineSign.Blank, LineMarks.None);
        var marks = mail.IsMarked(number) ? LineMarks.Markup : LineMarks.None;
        var isQuoted = mail.IsQuoted(number);
        if (isQuoted)
        {
            line = mail.Line(number, isInQuote: true);
            marks |= LineMarks.Quoted | (IsNested(mail.Line(number)) ? LineMarks.Nested : LineMarks.None);
            if (line.IsEmpty)
                return new MailLine(LineSign.Bare, marks);
        }

        marks |= line[^1] switch
        {
            '?' or '？' => LineMarks.Question,
            ':' or '：' => LineMarks.Colon,
            _ => LineMarks.None,
        };
        if (line.Contains('>') && line.Contains(" > ", StringComparison.Ordinal))
            marks |= LineMarks.Way;
        if (isInHead)
            return new MailLine(LineSign.Words, marks);
        var sign = SignOf(in mail, number, line, isQuoted, out var length, out var subject);
        return new MailLine(sign, marks, (byte)length, subject);
    }

    private static LineSign SignOf(
        in MailText mail,
        int number,
        ReadOnlySpan<char> line,
        bool isQuoted,
        out int length,
        out MailTitle? subject
    )
    {
        var words = MailWords.All;
        (length, subject) = (1, null);
        if (MailWords.IsRuler(line))
            return LineSign.Ruler;
        var marker = words.MarkerOf(line);
        if (marker == MailMarker.Forward)
            return LineSign.Forward;
        if (words.IsReplyAbove(line))
            return LineSign.ReplyAbove;
        if (marker == MailMarker.OriginalMessage && IsHeaded(in mail, number + 1, ref subject))
            return LineSign.OriginalMessage;
        var header = HeaderBlock.At(in mail, number, isQuoted);
        if (header.IsCertain)
        {
            (length, subject) = (header.Length, header.Subject);
            return LineSign.Header;
        }

        length = IntroductionLines.Length(in mail, number, isQuoted, out var certainty);
        if (length > 0)
            return certainty switch
            {
                IntroductionCertainty.Certain => LineSign.IntroductionOfProgram,
                IntroductionCertainty.WhereQuoteFollows => LineSign.IntroductionWhereQuoteFollows,
                _ => LineSign.IntroductionOfSomebody,
            };
        length = header.IsShort ? header.Length : 1;
        if (header.IsShort)
            return LineSign.ShortHeader;
        if (words.Desk.IsNotice(line) || IsOfFields(in mail, number, isQuoted))
            return LineSign.Notice;
        return words.Devices.Is(line) ? LineSign.Device : LineSign.Words;
    }

    // A person may name the words "Original Message"; a program writes below them whose it is.
    private static bool IsHeaded(in MailText mail, int number, ref MailTitle? subject)
    {
        number = mail.NextWritten(number);
        if (number == mail.Count)
            return false;
        var isInQuote = mail.IsQuoted(number);
        var header = MailWords.All.HeaderOf(mail.Line(number, isInQuote), out _);
        subject = HeaderBlock.At(in mail, number, isInQuote).Subject;
        return header is not (MailHeader.None or MailHeader.Other)
            || HeaderBlock.IsWithoutColon(mail.Line(number, isInQuote))
            || IntroductionLines.Length(in mail, number, isInQuote, out var certainty) > 0
                && certainty > IntroductionCertainty.LikelyWhereQuoteFollows;
    }

    // "Case number: 00123", and below "Status: waiting".
    private static bool IsOfFields(in MailText mail, int number, bool isQuoted) =>
        MailWords.All.Desk.FieldOf(mail.Line(number, isQuoted)) is var value
        && value.ContainsAny(WordSet.Digits)
        && number + 1 < mail.Count
        && mail.IsQuoted(number + 1) == isQuoted
        && !MailWords.All.Desk.FieldOf(mail.Line(number + 1, isQuoted)).IsEmpty;

    private static bool IsNested(ReadOnlySpan<char> line) => line[1..].TrimStart().StartsWith('>');
}
