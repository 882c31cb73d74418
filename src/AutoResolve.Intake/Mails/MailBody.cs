using System.Globalization;
using System.Net;
using System.Text;
using AutoResolve.Intake.Issues;
using MimeKit;
using MimeKit.Text;

namespace AutoResolve.Intake.Mails;

/// <summary>
/// The text of a mail: of alternatives the plain one, unless another says more; parts that are shown one behind the other; mails in it as
/// forwarded ones. What is attached is named in a remark.
/// </summary>
internal sealed class MailBody
{
    private const int MaxForwards = 8;
    private const int MaxNamed = 10;
    private const int MaxNameLength = 80;

    private readonly List<(string Text, TextFormat Format)> _parts = [];
    private readonly List<string> _unread = [];
    private int _forwards;
    private bool _isBroken;

    public static MailContent Of(MimeMessage message)
    {
        var body = new MailBody();
        body.Add(message.Body);
        return body.Join();
    }

    private void Add(MimeEntity? entity)
    {
        switch (entity)
        {
            case MessagePart { Message: { } message } when ++_forwards <= MaxForwards:
                AddForward(message);
                break;
            case { IsAttachment: true } or MessagePart:
                _unread.Add(NameOf(entity));
                break;
            case Multipart { Count: 0 } broken:
                AddBroken(broken);
                break;
            case MultipartAlternative alternative:
                AddAlternatives(alternative);
                break;

            // What a report gives back is not said by who sends it.
            case Multipart report when report.ContentType.IsMimeType("multipart", "report"):
                Add(report[0]);
                break;
            case Multipart multipart:
                foreach (var part in multipart)
                    Add(part);
                break;
            case TextPart text when text.IsPlain || text.IsHtml:
                AddPart(TextOf(text), text.IsHtml ? TextFormat.Html : TextFormat.Plain);
                break;
            case TextPart:
                _unread.Add(NameOf(entity));
                break;
        }
    }

    // What the parts are is written between lines that are not there: then all of it stands before the first.
    private void AddBroken(Multipart broken)
    {
        if (string.IsNullOrWhiteSpace(broken.Preamble))
            return;
        _isBroken = true;
        AddPart(broken.Preamble, TextFormat.Plain);
    }

    // The plain one, where it says all that the others do. What only another says is read as well: people see that one.
    private void AddAlternatives(MultipartAlternative alternative)
    {
        var shown = alternative.Where(part =>
            !part.IsAttachment && part is Multipart or TextPart { IsPlain: true } or TextPart { IsHtml: true }
        );
        var kept = new List<(SaidWords Words, List<(string Text, TextFormat Format)> Parts)>();
        foreach (
            var parts in shown.OrderBy(part => part is TextPart { IsPlain: true } ? 0 : 1).Select(PartsOf).Where(parts => parts.Count > 0)
        )
        {
            var words = SaidWords.Of(parts);
            if (kept.Exists(one => one.Words.Covers(words)))
                continue;
            kept.RemoveAll(one => words.Covers(one.Words));
            kept.Add((words, parts));
        }

        if (kept.Count == 0)
            Add(alternative.LastOrDefault());
        _parts.AddRange(kept.SelectMany(one => one.Parts));
    }

    private List<(string Text, TextFormat Format)> PartsOf(MimeEntity entity)
    {
        var before = _parts.Count;
        Add(entity);
        var parts = _parts[before..];
        _parts.RemoveRange(before, parts.Count);
        return parts;
    }

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

    private static string NameOf(MimeEntity entity) =>
        (entity as MimePart)?.FileName is { } name && !string.IsNullOrWhiteSpace(name)
            ? $"'{SafeText.Start(name.Trim(), MaxNameLength)}'"
            : $"a part of the type {SafeText.Start(entity.ContentType.MimeType, MaxNameLength)}";

    private MailContent Join()
    {
        var isHtml = _parts.Exists(part => part.Format == TextFormat.Html);
        var text = isHtml ? string.Join('\n', _parts.Select(AsHtml)) : string.Join("\n\n", _parts.Select(part => part.Text.TrimEnd()));
        return new MailContent(
            text.Length <= IssueFile.MaxLength ? text : text[..IssueFile.MaxLength],
            isHtml ? TextFormat.Html : TextFormat.Plain,
            Remark(text.Length)
        );
    }

    private string? Remark(int length)
    {
        var remarks = new List<string>();
        if (_isBroken)
            remarks.Add("Its parts cannot be told apart, since the lines between them are missing: it was read as it is, as plain text.");
        if (length > IssueFile.MaxLength)
            remarks.Add(
                string.Create(CultureInfo.InvariantCulture, $"Of its text the first {IssueFile.MaxLength:N0} characters were read.")
            );
        if (_unread.Count > 0)
        {
            var more = _unread.Count > MaxNamed ? $" and {_unread.Count - MaxNamed} more" : "";
            remarks.Add($"Not read is what is attached: {string.Join(", ", _unread.Take(MaxNamed))}{more}.");
        }

        if (length == 0)
            remarks.Add("There is no text in it.");
        return remarks.Count == 0 ? null : string.Join(' ', remarks);
    }

    private static string AsHtml((string Text, TextFormat Format) part) =>
        part.Format == TextFormat.Html ? part.Text : $"<pre>\n{WebUtility.HtmlEncode(part.Text)}</pre>";
}
