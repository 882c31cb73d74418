namespace AutoResolve.Journaling;

/// <summary>An issue as the journal keeps it.</summary>
internal sealed record KeptIssue
{
    public required string Id { get; init; }
    public string Text { get; init; } = "";
    public string? Title { get; init; }
    public string? Channel { get; init; }
    public string? Product { get; init; }
    public string? Locale { get; init; }
    public string? Tenant { get; init; }
    public string? Requester { get; init; }
    public DateTimeOffset? ReceivedAt { get; init; }
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Tried { get; init; } = [];

    /// <summary>Whether redaction masked something in it.</summary>
    public bool IsMasked { get; init; }

    public static KeptIssue Of(Issue issue, Redaction redaction)
    {
        var kept = redaction.Issue(issue);
        return new KeptIssue
        {
            Id = kept.Id,
            Text = kept.Text,
            Title = kept.Title,
            Channel = kept.Channel,
            Product = kept.Product,
            Locale = kept.Locale,
            Tenant = kept.Tenant,
            Requester = kept.Requester,
            ReceivedAt = kept.ReceivedAt,
            Fields = kept.Fields,
            Tried = kept.Tried,
            IsMasked = kept.Text != issue.Text || kept.Title != issue.Title || kept.Fields.Any(field => issue.Fields[field.Key] != field.Value),
        };
    }

    public Issue ToIssue() => new()
    {
        Id = Id,
        Text = Text,
        Title = Title,
        Channel = Channel,
        Product = Product,
        Locale = Locale,
        Tenant = Tenant,
        Requester = Requester,
        ReceivedAt = ReceivedAt,
        Fields = Fields,
        Tried = Tried,
    };
}
