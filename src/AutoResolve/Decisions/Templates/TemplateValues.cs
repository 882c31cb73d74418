using System.Globalization;
using Fluid;

namespace AutoResolve.Decisions.Templates;

/// <summary>The values that templates may print: those of the issue and of the rule.</summary>
internal sealed class TemplateValues
{
    /// <summary>What stands behind <c>issue.</c>, besides <c>fields</c>.</summary>
    public static readonly IReadOnlyList<string> IssueNames = ["id", "title", "channel", "product", "locale", "tenant", "requester", Fields];

    /// <summary>What stands behind <c>rule.</c>.</summary>
    public static readonly IReadOnlyList<string> RuleNames = ["id", "title", "type", "owner"];

    /// <summary>The name of the issue's fields.</summary>
    public const string Fields = "fields";

    private static readonly TemplateOptions Options = new() { CultureInfo = CultureInfo.InvariantCulture, MaxSteps = 10_000, MaxRecursion = 50 };

    private readonly Dictionary<string, object?> _issue;
    private readonly Dictionary<string, string> _fields;
    private readonly Dictionary<string, object?> _rule;

    public TemplateValues(Issue issue, RuleReference rule)
    {
        _fields = issue.Fields
            .Where(field => !string.IsNullOrWhiteSpace(field.Value))
            .ToDictionary(field => field.Key, field => Printable(field.Value)!, StringComparer.OrdinalIgnoreCase);
        _issue = new Dictionary<string, object?>
        {
            ["id"] = Printable(issue.Id),
            ["title"] = Printable(issue.Title),
            ["channel"] = Printable(issue.Channel),
            ["product"] = Printable(issue.Product),
            ["locale"] = Printable(issue.Locale),
            ["tenant"] = Printable(issue.Tenant),
            ["requester"] = Printable(issue.Requester),
            [Fields] = _fields,
        };
        _rule = new Dictionary<string, object?> { ["id"] = rule.Id, ["title"] = rule.Title, ["type"] = rule.Type, ["owner"] = rule.Owner };
    }

    /// <summary>Whether the issue has the value of a placeholder.</summary>
    public bool Has(string placeholder)
    {
        var names = placeholder.Split('.', 3);
        return names is not ["issue", ..]
            || (names is [_, Fields, var field] ? _fields.ContainsKey(field) : !string.IsNullOrWhiteSpace(_issue.GetValueOrDefault(names[1]) as string));
    }

    public TemplateContext CreateContext()
    {
        var context = new TemplateContext(Options);
        context.SetValue("issue", _issue);
        context.SetValue("rule", _rule);
        return context;
    }

    // Values come from outside: a line feed or an escape sequence in one must not shape the answer.
    private static string? Printable(string? value) =>
        value is null ? null : string.Concat(value.Select(character => char.IsControl(character) ? ' ' : character));
}
