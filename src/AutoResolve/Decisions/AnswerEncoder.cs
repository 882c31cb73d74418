using System.Text;
using System.Text.Encodings.Web;

namespace AutoResolve.Decisions;

/// <summary>Encodes rendered text for its channel, so that nothing in it acts as markup.</summary>
internal static class AnswerEncoder
{
    private const string MarkdownSyntax = @"\`*_{}[]()<>#+-.!|~&";

    public static string Encode(string text, AnswerFormat format) => format switch
    {
        AnswerFormat.Html => HtmlEncoder.Default.Encode(text.ReplaceLineEndings("\n")).Replace("&#xA;", "<br>", StringComparison.Ordinal),
        AnswerFormat.Markdown => EscapeMarkdown(text),
        _ => text,
    };

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
