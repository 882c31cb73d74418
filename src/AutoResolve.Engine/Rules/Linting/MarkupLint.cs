using System.Text.RegularExpressions;

namespace AutoResolve.Rules.Linting;

/// <summary>Texts are said as they stand, encoded for their channel, so that tags and entities of HTML are read as signs.</summary>
internal sealed partial class MarkupLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context) =>
        from text in context.Texts
        from language in text.Texts
        let match = Markup().Match(language.Value.Value)
        where match.Success
        select language.Value.Location.Report(
            LintCodes.Markup,
            DiagnosticSeverity.Warning,
            $"'{match.Value}' is HTML, and people would read it as it stands: texts are encoded for their channel. Write plain text; a "
                + "line ends with \\n."
        );

    /// <summary>Whether a text begins with a tag of HTML.</summary>
    public static bool IsTag(string text) => Markup().Match(text) is { Success: true, Index: 0 };

    [GeneratedRegex(
        @"</?(?:a|abbr|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|html|i|img|li|ol|p|pre|s|small|span|strong|sub|sup|table"
            + @"|tbody|td|th|thead|tr|tt|u|ul)(?:[ \t\r\n][^<>]{0,300})?/?>|&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|#[0-9]{1,6}"
            + @"|#x[0-9a-f]{1,6});",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Markup();
}
