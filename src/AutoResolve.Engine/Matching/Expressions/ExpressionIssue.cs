namespace AutoResolve.Matching.Expressions;

/// <summary>The issue as expressions see it. Its members are what an expression may name after <c>issue.</c>.</summary>
internal sealed class ExpressionIssue(MatchInput text)
{
    private string? _title;
    private string? _text;

    public string Id => text.Issue.Id;

    public string? Title => _title ??= text.Field("title")?.Text;

    public string Text => _text ??= text.Field("text")?.Text ?? "";

    public string? Channel => text.Issue.Channel;

    public string? Product => text.Issue.Product;

    public string? Locale => text.Issue.Locale;

    public string? Tenant => text.Issue.Tenant;

    public string? Requester => text.Issue.Requester;

    /// <summary>The value of a field; empty where it is absent.</summary>
    public string Field(string name) => text.Field(name)?.Text ?? "";

    /// <summary>Whether the issue has the field.</summary>
    public bool Has(string name) => text.Field(name) is not null;
}
