namespace AutoResolve.Mails;

/// <summary>Lines that begin with &gt;.</summary>
internal static class QuotedBlock
{
    /// <summary>How many lines from a line on have marks.</summary>
    public static int Length(in MailText mail, int number, int max = int.MaxValue)
    {
        var next = number;
        while (next < mail.Count && next - number < max && mail.IsQuoted(next))
            next++;
        return next - number;
    }

    /// <summary>Whether it is a way through menus, "> Settings > Sign in", below words that have no mark.</summary>
    public static bool IsPath(in MailText mail, int number, int length)
    {
        if (number == 0 || mail.IsQuoted(number - 1) || (mail.Line(number - 1).IsEmpty && length > 1))
            return false;
        for (var line = number; line < number + length; line++)
        {
            if (!mail.Line(line)[1..].Contains(" > ", StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    /// <summary>Whether an introduction or a header stands in it.</summary>
    /// <remarks>Some programs put the introduction or the header into the quote.</remarks>
    public static bool IntroducesItself(in MailText mail, int number, int length)
    {
        const int Looked = 4;
        for (var line = number; line < number + Math.Min(length, Looked); line++)
        {
            if (
                HeaderBlock.BeginsAt(in mail, line, isInQuote: true, out _)
                || (
                    IntroductionLines.Length(in mail, line, isInQuote: true, out var certainty) > 0
                    && certainty >= IntroductionCertainty.WhereQuoteFollows
                )
            )
                return true;
        }

        return false;
    }

    /// <summary>Whether it looks like a quote that nothing introduces.</summary>
    /// <remarks>A person who makes a list with &gt; leaves no line empty, quotes no quotes, and does not begin with it.</remarks>
    public static bool LooksQuoted(in MailText mail, int number, int length)
    {
        var (bare, nested) = (0, 0);
        for (var line = number; line < number + length; line++)
        {
            var rest = mail.Line(line)[1..].TrimStart();
            bare += rest.IsEmpty ? 1 : 0;
            nested += rest.StartsWith('>') ? 1 : 0;
        }

        return mail.NextWritten(0) == number || (length > 2 && bare + nested > 0 && bare < length);
    }
}
