using System.Text;

namespace AutoResolve.Words;

/// <summary>Reads the words of texts, phrases and values into a list.</summary>
internal static class Tokenizer
{
    // Hardly any text has shorter words in the mean.
    private const int UnitsPerWord = 5;

    [ThreadStatic]
    private static WordScanner? _scanner;

    /// <summary>The words of all ranges; between two ranges is a break that no phrase crosses.</summary>
    public static List<Word> Read(ReadOnlySpan<char> text, IReadOnlyList<TextRange> ranges)
    {
        var length = 0;
        for (var range = 0; range < ranges.Count; range++)
            length += ranges[range].Length;
        var sink = new ListSink(new List<Word>(1 + (length / UnitsPerWord)));
        Scan(text, ranges, ref sink);
        return sink.Words;
    }

    /// <summary>Gives the words of all ranges to who does not keep them. Not to be called by who takes them.</summary>
    public static void Scan<TSink>(ReadOnlySpan<char> text, IReadOnlyList<TextRange> ranges, ref TSink sink)
        where TSink : struct, ITokenConsumer => (_scanner ??= new WordScanner()).Scan(text, ranges, ref sink);

    public static List<Word> Read(string text) => Read(text, [new TextRange(0, text.Length)]);

    private struct ListSink(List<Word> words) : ITokenConsumer
    {
        private int _position;

        public readonly List<Word> Words => words;

        public readonly bool WantsRuns => false;

        public void AddWord(byte[] buffer, int at, int length, int start, int end) =>
            words.Add(new Word(Encoding.UTF8.GetString(buffer, at, length), start, end - start, _position++));

        public readonly void AddRun(byte[] buffer, int at, int length) { }

        public void EndRange() => _position += Word.Break;
    }
}
