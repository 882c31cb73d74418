using System.Globalization;
using System.Net;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Texts and numbers as they may stand in a page.</summary>
internal static class HtmlText
{
    public static string Of(string text) => WebUtility.HtmlEncode(string.Concat(text.EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) ? " " : rune.ToString())));

    /// <summary>A figure that breaks only before its interval and its n.</summary>
    public static string Whole(string figure) => figure.Replace(' ', '\u00A0').Replace("\u00A0(", " (", StringComparison.Ordinal).Replace(",\u00A0", ", ", StringComparison.Ordinal);

    /// <summary>A label that fits before a bar; the table has it whole.</summary>
    public static string Short(string text, int most) => Of(text.Length <= most ? text : text[..(most - 1)].TrimEnd('\uD800', '\uDBFF') + "…");

    public static string Of(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
