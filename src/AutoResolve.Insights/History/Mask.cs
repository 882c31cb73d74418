using System.Buffers;
using AutoResolve.Words;

namespace AutoResolve.Insights.History;

/// <summary>
/// What stands in a text in the place of personal data: a few words in square or angle brackets, whatever redactor wrote them.
/// </summary>
internal static class Mask
{
    // The longest of ours has 28 characters.
    private const int MaxLength = 48;

    private static readonly SearchValues<char> Inner = SearchValues.Create("[]<>\n\r");

    /// <summary>The words that people wrote, in order. Across what is masked is a break that no phrase crosses.</summary>
    public static List<Word> Words(string text) => Tokenizer.Read(text, Around(text));

    /// <summary>Whether anything is left of a text.</summary>
    public static bool HasWords(string text) => Words(text).Count > 0;

    private static List<TextRange> Around(string text)
    {
        List<TextRange> ranges = [];
        var start = 0;
        for (var place = 0; place < text.Length; place++)
        {
            if (Length(text.AsSpan(place)) is not (> 0 and var length))
                continue;
            ranges.Add(new TextRange(start, place - start));
            start = place + length;
            place = start - 1;
        }

        ranges.Add(new TextRange(start, text.Length - start));
        return ranges;
    }

    /// <returns>The length of the mask with which a text begins; 0 where it begins with none.</returns>
    private static int Length(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] is not ('[' or '<') || char.IsWhiteSpace(text[1]))
            return 0;
        var end = text[..Math.Min(text.Length, MaxLength)].IndexOf(text[0] == '[' ? ']' : '>');
        return end > 1 && !text[1..end].ContainsAny(Inner) ? end + 1 : 0;
    }
}
