using AutoResolve;

namespace HelpDesk.Messages;

/// <summary>A new issue, or the whole state of one.</summary>
internal sealed record IssueMessage(
    string Id,
    string Text,
    string? Title = null,
    string? Tenant = null,
    string? Channel = null,
    string? Product = null,
    string? Locale = null,
    string? Requester = null,
    DateTimeOffset? ReceivedAt = null,
    Dictionary<string, string>? Fields = null,
    TextFormat Format = TextFormat.Unknown
)
{
    public Issue ToIssue() =>
        new()
        {
            Id = Checked.Id(Id),
            Text = Text,
            Format = Format,
            Title = Title,
            Tenant = Checked.Tenant(Tenant),
            Channel = Channel,
            Product = Product,
            Locale = Locale,
            Requester = Requester,
            ReceivedAt = ReceivedAt,
            Fields = Checked.Fields(Fields),
        };
}
