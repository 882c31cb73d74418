using System.Globalization;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Where texts and figures of a table may break.</summary>
internal static class BreakableText
{
    private const int MaxWholeLength = 20;
    private const int MaxRunLength = 24;

    /// <summary>A figure that breaks only before its interval and its n.</summary>
    public static string Whole(string figure) =>
        figure.Replace(' ', '\u00A0').Replace("\u00A0(", " (", StringComparison.Ordinal).Replace(",\u00A0", ", ", StringComparison.Ordinal);

    /// <summary>
    /// A text in pieces, between which it may break though there is no space: long words behind their marks, and, where they have none
    /// for long, anywhere. Dates, numbers and short names stay whole.
    /// </summary>
    public static IReadOnlyList<string> Pieces(string text)
    {
        var pieces = new List<string> { "" };
        foreach (var (place, word) in text.Split(' ').Index())
        {
            var parts = PiecesOfWord(word);
            pieces[^1] += place == 0 ? parts[0] : $" {parts[0]}";
            pieces.AddRange(parts.Skip(1));
        }

        return pieces;
    }

    /// <summary>What of a word stays together.</summary>
    public static IReadOnlyList<string> PiecesOfWord(string word)
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

        if (piece.Length > 0)
            pieces.Add(piece);
        return pieces;
    }
}
