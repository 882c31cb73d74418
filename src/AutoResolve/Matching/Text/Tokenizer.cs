using System.Text;

namespace AutoResolve.Matching.Text;

/// <summary>Reads the words of texts, phrases and values; the only place that knows what a word is.</summary>
/// <remarks>A word is a longest run of letters and digits; apostrophes, marks and invisible characters vanish, all else separates.</remarks>
internal static class Tokenizer
{
    // Farther than any "within", so that nothing matches across a break.
    private const int Break = 1_000_000;

    /// <summary>The words of all ranges; between two ranges is a break that no phrase crosses.</summary>
    public static List<Word> Read(string text, IEnumerable<TextRange> ranges)
    {
        List<Word> words = [];
        var folded = new StringBuilder();
        var position = 0;
        foreach (var range in ranges)
        {
            ReadRange(text, range, words, folded, ref position);
            position += Break;
        }

        return words;
    }

    public static List<Word> Read(string text) => Read(text, [new TextRange(0, text.Length)]);

    private static void ReadRange(string text, TextRange range, List<Word> words, StringBuilder folded, ref int position)
    {
        var at = range.Start;
        var start = -1;
        var end = -1;
        while (at < range.End)
        {
            var kind = Next(text, at, range.End, out var rune, out var length);
            if (kind is CharacterClass.Separator or CharacterClass.Ideograph)
                Complete(words, folded, ref start, end, ref position);
            if (kind is CharacterClass.Letter or CharacterClass.Ideograph)
            {
                if (start < 0)
                    start = at;
                if (rune.IsAscii)
                    folded.Append(char.ToLowerInvariant((char)rune.Value));
                else
                    CharacterFolding.AppendFolded(rune, folded);
                end = at + length;
            }

            if (kind == CharacterClass.Ideograph)
                Complete(words, folded, ref start, end, ref position);
            at += length;
        }

        Complete(words, folded, ref start, end, ref position);
    }

    private static CharacterClass Next(string text, int at, int end, out Rune rune, out int length)
    {
        length = 1;
        if (char.IsAscii(text[at]))
        {
            rune = new Rune(text[at]);
            return CharacterFolding.ClassifyAscii(text[at]);
        }

        var status = Rune.DecodeFromUtf16(text.AsSpan(at, end - at), out rune, out length);
        return status == System.Buffers.OperationStatus.Done ? CharacterFolding.Classify(rune) : CharacterClass.Separator;
    }

    private static void Complete(List<Word> words, StringBuilder folded, ref int start, int end, ref int position)
    {
        if (start >= 0 && folded.Length > 0)
        {
            words.Add(new Word(folded.ToString(), start, end - start, position));
            position++;
        }

        folded.Clear();
        start = -1;
    }
}
