using System.Text.RegularExpressions;

namespace AutoResolve.Rules.Linting;

/// <summary>What other tools fill in is said here as it stands: "Hello [NAME]".</summary>
internal sealed partial class ForeignPlaceholderLint : ILint
{
    // What is filled in: in brackets other words are those of buttons.
    private static readonly HashSet<string> Things = new(StringComparer.OrdinalIgnoreCase)
    {
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
        "link",
        "company",
        "insert",
        "enter",
        "your",
        "fill",
        "placeholder",
    };

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

    private static bool IsPlaceholder(Match match, string text)
    {
        var (before, behind) = (At(text, match.Index - 1), At(text, match.Index + match.Length));
        return match.Value[0] switch
        {
            // "[HERE](https://…)" is a link, "[Save]" a button.
            '[' => behind != '(' && (!match.Value.Any(char.IsAsciiLetterLower) || HasThing(match.Value)),

            // A single word that is a tag is told as markup.
            '<' => HasThing(match.Value) || match.Value.AsSpan(1).Trim("<> ").ContainsAny(" _-") || !MarkupLint.IsTag(match.Value),
            '%' => !char.IsAsciiDigit(before),

            // "XXX-XX-6789" is how a number is shown of which one may see the end.
            'X' or 'x' => before != '-' && behind != '-' && !match.Value.Any(char.IsAsciiDigit),

            // A line of them is one that is drawn.
            '_' => !IsAlone(match, text),
            _ => true,
        };
    }

    private static bool HasThing(string value) => Word().Matches(value).Any(word => Things.Contains(word.Value));

    private static char At(string text, int place) => place >= 0 && place < text.Length ? text[place] : ' ';

    private static bool IsAlone(Match match, string text)
    {
        var before = text.AsSpan(0, match.Index).TrimEnd(" \t");
        var behind = text.AsSpan(match.Index + match.Length).TrimStart(" \t");
        return (before.IsEmpty || LineEnds.Is(before[^1])) && (behind.IsEmpty || LineEnds.Is(behind[0]));
    }

    [GeneratedRegex(@"\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\$?\{ ?[A-Za-z][A-Za-z0-9_.: |-]{0,60}\}|\[[A-Za-z][A-Za-z0-9'’ _-]{2,40}\]|<[A-Za-z]+(?:[ _-][A-Za-z]+){0,4}>|< [A-Za-z]+ >"
            + @"|%[A-Za-z][A-Za-z_ ]{2,40}%|\b(?:X{3,}|x{3,})\b|_{3,}|\b(?:TODO|TBD|FIXME)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    private static partial Regex Placeholder();
}
