using System.Globalization;

namespace AutoResolve.Cli.Rendering;

/// <summary>What rules did not read of an issue, in words.</summary>
internal static class LeftOutWording
{
    private const int MaxBeginning = 40;

    public static string Of(LeftOutText part, Issue issue)
    {
        var text = part.Turn is null ? issue.Text : issue.Turns.First(turn => turn.Id == part.Turn).Text;
        var source = part.Turn is null ? "text" : $"text of {SafeText.Line(part.Turn)}";
        var begins = SafeText.Start(text.Substring(part.Start, part.Length).Trim(), MaxBeginning);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{source} {part.Start} to {part.Start + part.Length}: {Kind(part)}, known by {Reason(part.Reason)}: \"{begins}\""
        );
    }

    private static string Kind(LeftOutText part) =>
        (part.Kind, part.IsReadByGuards) switch
        {
            (LeftOutKind.Quote, false) => "a quote, which nobody reads",
            (LeftOutKind.Quote, true) => "perhaps a quote, which only guards read",
            (LeftOutKind.Hidden, _) => "what no browser shows, which only guards read",
            (LeftOutKind.Signature, _) => "a signature, which only guards read",
            _ => "a disclaimer, which only guards read",
        };

    private static string Reason(LeftOutReason reason) =>
        reason switch
        {
            LeftOutReason.HeaderBlock => "the header of a mail",
            LeftOutReason.Introduction => "an introduction",
            LeftOutReason.OriginalMessageLine => "the line of an original message",
            LeftOutReason.QuoteMarks => "\">\"",
            LeftOutReason.Markup => "its HTML",
            LeftOutReason.ReplyAboveLine => "the line above which to reply",
            LeftOutReason.UnendedMarkup => "HTML that never ends",
            LeftOutReason.HelpDeskNotice => "the notice of a help desk",
            LeftOutReason.SignatureDelimiter => "\"--\"",
            LeftOutReason.DeviceLine => "the line of a device or mail program",
            _ => "its words",
        };
}
