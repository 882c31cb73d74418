using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace AutoResolve.Decisions;

/// <summary>Encodes rendered text for its channel, so that nothing in it acts as markup.</summary>
internal static class AnswerEncoder
{
    private const string MarkdownSyntax = @"\`*_{}[]()<>#+-=.!|~&";

    // Letters of every language stay readable; what means something in HTML is encoded whatever the ranges.
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text, AnswerFormat format)
    {
#pragma warning disable RS0030 // Whoever reads an answer sees a new line wherever Unicode has one.
        var lines = text.ReplaceLineEndings("\n");
#pragma warning restore RS0030
        return format switch
        {
            AnswerFormat.Html => Html.Encode(lines).Replace("&#xA;", "<br>", StringComparison.Ordinal),
            AnswerFormat.Markdown => EscapeMarkdown(lines),
            _ => lines,
        };
    }

    private static string EscapeMarkdown(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (MarkdownSyntax.Contains(character, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
