namespace AutoResolve.Matching.Expressions;

/// <summary>The issue as expressions see it: one fixed shape, never null, so that an expression compiles once and does not throw.</summary>
internal sealed class ExpressionIssue(Issue issue)
{
    public string Id => issue.Id;

    public string Title => issue.Title ?? "";

    public string Text => issue.Text;

    public string Channel => issue.Channel ?? "";

    public string Product => issue.Product ?? "";

    public string Locale => issue.Locale ?? "";

    public string Tenant => issue.Tenant ?? "";

    public string Requester => issue.Requester ?? "";

    /// <summary>A field; empty where the issue lacks it.</summary>
    public string Field(string name) => issue.Fields.GetValueOrDefault(name) ?? "";

    /// <summary>Whether the issue has a field.</summary>
    public bool Has(string name) => issue.Fields.ContainsKey(name);
}
