using MimeKit;

namespace AutoResolve.Intake.Mails;

/// <summary>Makes an issue of a mail: its subject, its text, and as fields the headers that rules and who knows machines read.</summary>
internal static class MailIssue
{
    private const string Channel = "email";
    private const int MaxFieldLength = 2_000;

    private static readonly HashSet<string> Headers = new(StringComparer.OrdinalIgnoreCase)
    {
        "From",
        "Sender",
        "Reply-To",
        "To",
        "Cc",
        "Date",
        "In-Reply-To",
        "References",
        "Return-Path",
        "Auto-Submitted",
        "Precedence",
        "Feedback-ID",
        "Importance",
        "X-Failed-Recipients",
        "X-Loop",
        "X-MS-Exchange-Inbox-Rules-Loop",
    };

    private static readonly string[] Prefixes = ["List-", "X-Auto"];

    public static (Issue Issue, string? Remark) Of(MimeMessage message, string defaultId)
    {
        var (text, format, remark) = MailBody.Of(message);
        var issue = new Issue
        {
            Id = message.MessageId?.Trim() is { Length: > 0 and <= Issue.MaxIdLength } id ? id : defaultId,
            Title = string.IsNullOrWhiteSpace(message.Subject) ? null : message.Subject.Trim(),
            Text = text,
            Format = format,
            Channel = Channel,
            ReceivedAt = message.Headers.Contains(HeaderId.Date) && message.Date != default ? message.Date : null,
            Fields = FieldsOf(message),
        };
        return (issue, remark);
    }

    private static Dictionary<string, string> FieldsOf(MimeMessage message)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in message.Headers.Where(header => IsWanted(header.Field)))
            Add(header.Field, header.Value);
        if (message.Body?.ContentType is { } type)
            Add("Content-Type", type.Parameters["report-type"] is { } report ? $"{type.MimeType}; report-type={report}" : type.MimeType);
        Add("attachments", string.Join(", ", NamesOfAttachments(message)));
        return fields;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                fields.TryAdd(name, value.Length <= MaxFieldLength ? value.Trim() : value[..MaxFieldLength].Trim());
        }
    }

    private static bool IsWanted(string name) =>
        Headers.Contains(name) || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> NamesOfAttachments(MimeMessage message) =>
        message
            .BodyParts.OfType<MimePart>()
            .Where(part => part.IsAttachment || part is not TextPart)
            .Select(part => part.FileName)
            .OfType<string>()
            .Where(name => !string.IsNullOrWhiteSpace(name));
}
