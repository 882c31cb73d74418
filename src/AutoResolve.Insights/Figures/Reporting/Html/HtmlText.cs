using System.Globalization;
using System.Net;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Texts and numbers as they may stand in a page.</summary>
internal static class HtmlText
{
    private const int LongestRun = 24;

    public static string Of(string text) => WebUtility.HtmlEncode(string.Concat(text.EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) ? " " : rune.ToString())));

    /// <summary>A figure that breaks only before its interval and its n.</summary>
    public static string Whole(string figure) => figure.Replace(' ', '\u00A0').Replace("\u00A0(", " (", StringComparison.Ordinal).Replace(",\u00A0", ", ", StringComparison.Ordinal);

    /// <summary>A name that may break behind its marks, and, where it has none for long, anywhere.</summary>
    public static string Breakable(string text)
    {
        var made = new System.Text.StringBuilder();
        var run = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            made.Append(Of(rune.ToString()));
            run = rune.Value == ' ' ? 0 : run + 1;
            if (run < LongestRun && rune.Value is not ('/' or '-' or '.' or '_'))
                continue;
            made.Append("<wbr/>");
            run = 0;
        }

        return made.ToString();
    }

    /// <summary>A label that fits before a bar; the table has it whole.</summary>
    public static string Short(string text, int most) => Of(text.Length <= most ? text : text[..(most - 1)].TrimEnd('\uD800', '\uDBFF') + "…");

    public static string Of(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
