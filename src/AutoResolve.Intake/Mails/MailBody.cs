using System.Net;
using System.Text;
using AutoResolve.Intake.Issues;
using MimeKit;
using MimeKit.Text;

namespace AutoResolve.Intake.Mails;

/// <summary>
/// The text of a mail: of alternatives the plain one, unless it is empty, else HTML; parts that are shown one behind the other; mails in
/// it as forwarded ones.
/// </summary>
internal sealed class MailBody
{
    private const int MaxForwards = 8;

    private readonly List<(string Text, TextFormat Format)> _parts = [];
    private int _forwards;

    public static (string Text, TextFormat Format) Of(MimeMessage message)
    {
        var text = new MailBody();
        text.Add(message.Body);
        return text.Join();
    }

    private void Add(MimeEntity? entity)
    {
        switch (entity)
        {
            case MultipartAlternative alternative:
                Add(Preferred(alternative));
                break;

            // What a report gives back is not said by who sends it.
            case Multipart { Count: > 0 } report when report.ContentType.IsMimeType("multipart", "report"):
                Add(report[0]);
                break;
            case Multipart multipart:
                foreach (var part in multipart)
                    Add(part);
                break;
            case MessagePart { Message: { } message } when ++_forwards <= MaxForwards:
                AddForward(message);
                break;
            case TextPart { IsAttachment: false } text when text.IsPlain || text.IsHtml:
                AddPart(TextOf(text), text.IsHtml ? TextFormat.Html : TextFormat.Plain);
                break;
        }
    }

    private static MimeEntity? Preferred(MultipartAlternative alternative) =>
        alternative.OfType<TextPart>().FirstOrDefault(part => part.IsPlain && !string.IsNullOrWhiteSpace(part.Text))
        ?? alternative.LastOrDefault(part => part is Multipart or TextPart { IsHtml: true })
        ?? alternative.LastOrDefault();

    private void AddForward(MimeMessage message)
    {
        var head = new StringBuilder("---------- Forwarded message ---------");
        foreach (var id in new[] { HeaderId.From, HeaderId.Date, HeaderId.Subject, HeaderId.To })
        {
            if (message.Headers[id] is { Length: > 0 } value)
                head.Append('\n').Append(id.ToHeaderName()).Append(": ").Append(value);
        }

        AddPart(head.ToString(), TextFormat.Plain);
        Add(message.Body);
    }

    private void AddPart(string text, TextFormat format)
    {
        if (!string.IsNullOrWhiteSpace(text))
            _parts.Add((text, format));
    }

    private static string TextOf(TextPart part)
    {
        var text = part.Text ?? "";
        return part.IsPlain && part.IsFlowed
            ? new FlowedToText { DeleteSpace = part.ContentType.Parameters["delsp"] == "yes" }.Convert(text)
            : text;
    }

    private (string Text, TextFormat Format) Join()
    {
        var isHtml = _parts.Exists(part => part.Format == TextFormat.Html);
        var text = isHtml ? string.Join('\n', _parts.Select(AsHtml)) : string.Join("\n\n", _parts.Select(part => part.Text.TrimEnd()));
        return (text.Length <= IssueFile.MaxLength ? text : text[..IssueFile.MaxLength], isHtml ? TextFormat.Html : TextFormat.Plain);
    }

    private static string AsHtml((string Text, TextFormat Format) part) =>
        part.Format == TextFormat.Html ? part.Text : $"<pre>\n{WebUtility.HtmlEncode(part.Text)}</pre>";
}
