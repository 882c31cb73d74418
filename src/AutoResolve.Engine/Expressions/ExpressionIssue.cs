namespace AutoResolve.Expressions;

/// <summary>The issue as expressions see it. Its members are what an expression may name after <c>issue.</c>.</summary>
public sealed class ExpressionIssue
{
    private readonly Issue _issue;
    private readonly Func<string, string?> _field;
    private string? _title;
    private string? _text;

    internal ExpressionIssue(Issue issue, Func<string, string?> field, long length) => (_issue, _field, Length) = (issue, field, length);

    /// <summary>The length of all that it has, in UTF-16 units.</summary>
    internal long Length { get; }

    /// <summary>The id of the issue.</summary>
    public string Id => _issue.Id;

    /// <summary>The title, as far as it is read; null where there is none.</summary>
    public string? Title => _title ??= _field("title");

    /// <summary>The texts of the issue and its turns, the newest first, as far as they are read.</summary>
    public string Text => _text ??= _field("text") ?? "";

    /// <summary>The channel by which it came; null where none is said.</summary>
    public string? Channel => _issue.Channel;

    /// <summary>The product that it is about; null where none is said.</summary>
    public string? Product => _issue.Product;

    /// <summary>The locale; null where none is said.</summary>
    public string? Locale => _issue.Locale;

    /// <summary>The tenant; null where none is said.</summary>
    public string? Tenant => _issue.Tenant;

    /// <summary>Who wrote it, as an id; null where none is said.</summary>
    public string? Requester => _issue.Requester;

    /// <summary>The value of a field; empty where the issue does not have it. A comparison with it then does not hold either, unless the
    /// expression asks <see cref="Has"/>.</summary>
    /// <param name="name">The name, in any case; in an expression written out in quotes.</param>
    public string Field(string name) => _field(name) ?? "";

    /// <summary>Whether the issue has the field.</summary>
    /// <param name="name">The name, in any case; in an expression written out in quotes.</param>
    public bool Has(string name) => _field(name) is not null;
}
