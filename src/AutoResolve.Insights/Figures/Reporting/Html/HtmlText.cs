using System.Globalization;
using System.Net;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Texts and numbers as they may stand in a page.</summary>
internal static class HtmlText
{
    private const int MaxWholeLength = 20;
    private const int MaxRunLength = 24;

    public static string Of(string text) =>
        WebUtility.HtmlEncode(
            string.Concat(text.EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) ? " " : rune.ToString()))
        );

    /// <summary>A figure that breaks only before its interval and its n.</summary>
    public static string Whole(string figure) =>
        figure.Replace(' ', '\u00A0').Replace("\u00A0(", " (", StringComparison.Ordinal).Replace(",\u00A0", ", ", StringComparison.Ordinal);

    /// <summary>
    /// A text whose long words may break behind their marks, and, where they have none for long, anywhere. Dates, numbers and short names
    /// stay whole.
    /// </summary>
    public static string Breakable(string text) =>
        string.Join(' ', text.Split(' ').Select(word => string.Join("<wbr/>", Pieces(word).Select(Of))));

    /// <summary>What of a word stays together.</summary>
    public static IEnumerable<string> Pieces(string word)
    {
        if (word.Length <= MaxWholeLength)
            return [word];
        var pieces = new List<string>();
        var piece = "";
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            piece += elements.GetTextElement();
            if (piece.Length < MaxRunLength && piece[^1] is not ('/' or '-' or '.' or '_'))
                continue;
            pieces.Add(piece);
            piece = "";
        }

        return piece.Length > 0 ? pieces.Append(piece) : pieces;
    }

    public static string Of(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
