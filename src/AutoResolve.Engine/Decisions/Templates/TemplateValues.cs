using System.Globalization;
using System.Text;
using AutoResolve.Matching;
using Fluid;

namespace AutoResolve.Decisions.Templates;

/// <summary>The values that the templates of one rule may print for one issue, and which of them turned out to be missing.</summary>
internal sealed class TemplateValues(Issue issue, RuleReference rule, FactValues facts)
{
    /// <summary>What stands behind <c>issue.</c>, besides <c>fields</c>.</summary>
    public static readonly IReadOnlyList<string> IssueNames = ["id", "title", "channel", "product", "locale", "tenant", "requester"];

    /// <summary>What stands behind <c>rule.</c>.</summary>
    public static readonly IReadOnlyList<string> RuleNames = ["id", "title", "type", "owner"];

    private const string Key = "values";
    private const int MaxValueLength = 10_000;

    private static readonly TemplateOptions Options = TemplateFilters.CreateOptions();

    private SortedSet<string>? _missing;

    /// <summary>Values that a text cannot do without and that the issue lacks, or that are not known, sorted.</summary>
    public IReadOnlyCollection<string> Missing => _missing ?? (IReadOnlyCollection<string>)[];

    public static TemplateValues Of(TemplateContext context) => (TemplateValues)context.AmbientValues[Key];

    /// <param name="placeholder">The placeholder.</param>
    /// <param name="facts">The facts that can be looked up.</param>
    /// <param name="contacts">The contacts that can be printed.</param>
    public static bool IsKnown(string placeholder, IReadOnlySet<string> facts, IReadOnlyDictionary<string, string> contacts) =>
        placeholder.Split('.') switch
        {
            ["issue", "fields", { Length: > 0 } name] => name != TemplateSurvey.Computed,
            ["issue", var name] => IssueNames.Contains(name),
            ["rule", var name] => RuleNames.Contains(name),
            _ => (FactOf(placeholder) is { } fact && facts.Contains(fact))
                || (ContactOf(placeholder) is { } contact && contacts.ContainsKey(contact)),
        };

    /// <summary>The contact that a placeholder prints; null where it is none.</summary>
    public static string? ContactOf(string placeholder) => placeholder.Split('.') is ["contacts", var name] ? name : null;

    /// <summary>The fact that a placeholder prints or tests; null where it is none.</summary>
    public static string? FactOf(string placeholder) => placeholder.Split('.') is ["facts", var name] ? name : null;

    public TemplateContext CreateContext()
    {
        var context = new TemplateContext(Options);
        context.AmbientValues[Key] = this;
        return context;
    }

    public void NoteMissing(string placeholder) => (_missing ??= new SortedSet<string>(StringComparer.Ordinal)).Add(placeholder);

    /// <summary>The value of a placeholder, fit to be printed; null where it is absent or blank.</summary>
    public string? Find(string placeholder) =>
        Printable(
            placeholder.Split('.', 3) switch
            {
                ["issue", "fields", var name] => issue.Fields.GetValueOrDefault(name),
                ["issue", var name] => name switch
                {
                    "id" => issue.Id,
                    "title" => issue.Title,
                    "channel" => issue.Channel,
                    "product" => issue.Product,
                    "locale" => issue.Locale,
                    "tenant" => issue.Tenant,
                    "requester" => issue.Requester,
                    _ => null,
                },
                ["rule", var name] => name switch
                {
                    "id" => rule.Id,
                    "title" => rule.Title,
                    "type" => rule.Type,
                    "owner" => rule.Owner,
                    _ => null,
                },
                ["facts", var name] => facts[name],
                _ => null,
            }
        );

    // Values come from outside: a line feed, an escape sequence or a turned writing direction in one must not shape the answer.
    private static string? Printable(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        var printable = new StringBuilder(Math.Min(value.Length, MaxValueLength));
        foreach (var rune in value.EnumerateRunes())
        {
            if (printable.Length + rune.Utf16SequenceLength > MaxValueLength)
                break;
            if (IsBreak(rune))
                printable.Append(' ');
            else if (!IsDirection(rune))
                printable.Append(rune);
        }

        return printable.ToString();
    }

    private static bool IsBreak(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsDirection(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
