using System.Buffers;

namespace AutoResolve.Words;

/// <summary>
/// What stands in a text in the place of personal data: a few words in square or angle brackets, whatever redactor wrote them.
/// </summary>
internal static class MaskedText
{
    // The longest of ours has 28 characters.
    private const int MaxLength = 48;

    private static readonly SearchValues<char> Inner = SearchValues.Create("[]<>\n\r");

    /// <summary>The pieces of a text between what is masked.</summary>
    public static IReadOnlyList<TextRange> Around(string text)
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
