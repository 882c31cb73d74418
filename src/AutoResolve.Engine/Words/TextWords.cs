using System.Numerics;

namespace AutoResolve.Words;

/// <summary>Which words a text may have: of most that it has not, it is known at once.</summary>
/// <remarks>A Bloom filter with two bits a word.</remarks>
internal sealed class TextWords
{
    private const int Bits = 2048;
    private const int WordSize = 64;
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private readonly ulong[] _bits = new ulong[Bits / WordSize];

    /// <summary>Takes another text.</summary>
    public void Read(ReadOnlySpan<char> text, IReadOnlyList<TextRange> ranges)
    {
        Array.Clear(_bits);
        var sink = new Sink(this);
        Tokenizer.Scan(text, ranges, ref sink);
    }

    /// <summary>False where the word is not there for certain.</summary>
    public bool MayHave(WordKey word)
    {
        var (first, second) = PlacesOf(word);
        return (_bits[first / WordSize] >> (first % WordSize) & _bits[second / WordSize] >> (second % WordSize) & 1) != 0;
    }

    private void Add(WordKey word)
    {
        var (first, second) = PlacesOf(word);
        _bits[first / WordSize] |= 1UL << (first % WordSize);
        _bits[second / WordSize] |= 1UL << (second % WordSize);
    }

    private static (int First, int Second) PlacesOf(WordKey word)
    {
        var hash = (BitOperations.RotateLeft(word.First * Mixer, 32) ^ word.Second) * Mixer;
        return ((int)(hash >> 32) & (Bits - 1), (int)(hash >> 48) & (Bits - 1));
    }

    private readonly struct Sink(TextWords words) : ITokenConsumer
    {
        public bool WantsRuns => false;

        public void AddWord(byte[] buffer, int at, int length, int start, int end) => words.Add(WordKey.Of(buffer, at, length));

        public void AddRun(byte[] buffer, int at, int length) { }

        public void EndRange() { }
    }
}
