using System.Text.RegularExpressions;

namespace AutoResolve.Rules.Linting;

/// <summary>What other tools fill in is said here as it stands: "Hello [NAME]".</summary>
internal sealed partial class ForeignPlaceholderLint : ILint
{
    // In the signs of tags a single word may be HTML.
    private static readonly string[] Things =
    [
        "name",
        "firstname",
        "lastname",
        "date",
        "email",
        "phone",
        "number",
        "address",
        "customer",
        "user",
        "username",
        "agent",
        "ticket",
        "case",
        "id",
        "url",
        "company",
    ];

    public IEnumerable<Diagnostic> Check(LintContext context) =>
        from text in context.Texts
        from language in text.Texts
        let own = Tag().Replace(language.Value.Value, tag => new string('\n', tag.Length))
        from Match match in Placeholder().Matches(own)
        where IsPlaceholder(match, own)
        select language.Value.Location.Report(
            LintCodes.ForeignPlaceholder,
            DiagnosticSeverity.Warning,
            $"'{match.Value}' looks like something that is yet to be filled in, and people would read it as it stands. Print a field, "
                + "as in {{ issue.fields.name }}, or leave it out."
        );

    private static bool IsPlaceholder(Match match, string text) =>
        match.Value[0] switch
        {
            // "[HERE](https://…)" is a link.
            '[' => match.Index + match.Length == text.Length || text[match.Index + match.Length] != '(',
            '<' => match.Value.AsSpan().ContainsAny(" _-") || Things.Contains(match.Value[1..^1], StringComparer.OrdinalIgnoreCase),
            _ => true,
        };

    [GeneratedRegex(@"\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"\$?\{ ?[A-Za-z][A-Za-z0-9_.: |-]{0,60}\}|\[[A-Z][A-Z0-9 _-]{2,40}\]|<[A-Za-z]+(?:[ _-][A-Za-z]+){0,4}>|\b(?:TODO|TBD|FIXME)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    private static partial Regex Placeholder();
}
