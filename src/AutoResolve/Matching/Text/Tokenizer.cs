using System.Buffers;
using System.Text;

namespace AutoResolve.Matching.Text;

/// <summary>Reads the words of texts, phrases and values; the only place that knows what a word is.</summary>
/// <remarks>A word is a longest run of letters and digits; apostrophes and invisible characters vanish, marks belong to it, all else separates.</remarks>
internal static class Tokenizer
{
    // Farther than any "within" (at most 1,000), so that nothing matches across a break; and so small that no text has enough breaks to overflow.
    private const int Break = 2_000;

    /// <summary>The words of all ranges; between two ranges is a break that no phrase crosses.</summary>
    public static List<Word> Read(string text, IEnumerable<TextRange> ranges)
    {
        var builder = new WordBuilder();
        foreach (var range in ranges)
        {
            ReadRange(text, range, builder);
            builder.EndRange(Break);
        }

        return builder.Words;
    }

    public static List<Word> Read(string text) => Read(text, [new TextRange(0, text.Length)]);

    private static void ReadRange(string text, TextRange range, WordBuilder builder)
    {
        var at = range.Start;
        while (at < range.End)
        {
            if (char.IsAscii(text[at]))
            {
                builder.Add(text[at], at++);
                continue;
            }

            var status = Rune.DecodeFromUtf16(text.AsSpan(at, range.End - at), out var rune, out var length);
            if (status == OperationStatus.Done)
                builder.Add(rune, at, length);
            else
                builder.EndWord();
            at += length;
        }
    }
}
