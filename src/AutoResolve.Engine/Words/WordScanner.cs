using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoResolve.Words;

/// <summary>Finds the words of texts; with <see cref="MixedWordReader"/> the only place that knows what a word is.</summary>
/// <remarks>
/// A word is a longest run of letters and digits; apostrophes and invisible characters vanish, marks belong to it, all else separates.
/// Characters are classified many at a time into bit maps, and the edges of words read off the bits, as simdjson does for JSON
/// (Langdale and Lemire, "Parsing gigabytes of JSON per second", 2019). Only what holds an apostrophe or a character outside ASCII is read
/// character by character. Buffers are kept for the next text; not safe for several threads at once.
/// </remarks>
internal sealed class WordScanner
{
    /// <summary>How many bytes can be read behind each word, so that it can be read in one piece.</summary>
    public const int Padding = 16;

    private const int Block = 64;
    private const int Step = 32;

    private readonly MixedWordReader _mixed = new();
    private byte[] _lower = [];

    // A bit for each character: part of a word, or of what may be one; and of that what must be read character by character.
    private ulong[] _inside = [];
    private ulong[] _special = [];

    public void Scan<TSink>(ReadOnlySpan<char> text, IReadOnlyList<TextRange> ranges, ref TSink sink)
        where TSink : struct, ITokenConsumer
    {
        for (var range = 0; range < ranges.Count; range++)
        {
            ScanRange(text.Slice(ranges[range].Start, ranges[range].Length), ranges[range].Start, ref sink);
            sink.EndRange();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ScanRange<TSink>(ReadOnlySpan<char> text, int offset, ref TSink sink)
        where TSink : struct, ITokenConsumer
    {
        var hasSpecial = Classify(text);
        var open = -1;
        var carry = 0UL;
        for (var block = 0; block * Block < text.Length; block++)
        {
            var inside = _inside[block];
            var edges = inside ^ ((inside << 1) | carry);
            carry = inside >> (Block - 1);
            for (; edges != 0; edges &= edges - 1)
            {
                var at = (block * Block) + BitOperations.TrailingZeroCount(edges);
                if (open < 0)
                {
                    open = at;
                    continue;
                }

                AddWords(text, open, at, offset, hasSpecial, ref sink);
                open = -1;
            }
        }

        if (open >= 0)
            AddWords(text, open, text.Length, offset, hasSpecial, ref sink);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddWords<TSink>(ReadOnlySpan<char> text, int start, int end, int offset, bool hasSpecial, ref TSink sink)
        where TSink : struct, ITokenConsumer
    {
        if (hasSpecial && IsSpecial(start, end))
            _mixed.Read(text[start..end], offset + start, ref sink);
        else
            sink.AddWord(_lower, start, end - start, offset + start, offset + end);
    }

    private bool IsSpecial(int start, int end)
    {
        var (first, last) = (start / Block, (end - 1) / Block);
        var bits = _special[first] & (ulong.MaxValue << (start % Block));
        for (var block = first; block < last; block++)
        {
            if (bits != 0)
                return true;
            bits = _special[block + 1];
        }

        return (bits & (ulong.MaxValue >> (Block - 1 - ((end - 1) % Block)))) != 0;
    }

    private bool Classify(ReadOnlySpan<char> text)
    {
        var blocks = (text.Length + Block - 1) / Block;
        if (_inside.Length < blocks)
        {
            var size = (int)BitOperations.RoundUpToPowerOf2((uint)blocks);
            (_inside, _special, _lower) = (new ulong[size], new ulong[size], new byte[(size * Block) + Padding]);
        }

        var any = 0UL;
        Span<char> rest = stackalloc char[Block];
        for (var block = 0; block < blocks; block++)
        {
            scoped var characters = text[(block * Block)..];
            if (characters.Length < Block)
            {
                rest.Clear();
                characters.CopyTo(rest);
                characters = rest;
            }

            var lower = _lower.AsSpan(block * Block, Block);
            var (low, lowSpecial) = Classify(characters, lower);
            var (high, highSpecial) = Classify(characters[Step..], lower[Step..]);
            _inside[block] = low | ((ulong)high << Step);
            any |= _special[block] = lowSpecial | ((ulong)highSpecial << Step);
        }

        return any != 0;
    }

    private static (uint Inside, uint Special) Classify(ReadOnlySpan<char> characters, Span<byte> lower)
    {
        var units = MemoryMarshal.Cast<char, ushort>(characters);

        // What is not in one byte becomes 255, which is not ASCII either.
        var bytes = Vector256.NarrowWithSaturation(Vector256.Create(units), Vector256.Create(units[(Step / 2)..]));

        // Makes letters small and leaves digits as they are.
        var small = bytes | Vector256.Create((byte)0x20);
        small.CopyTo(lower);
        var letters = Vector256.LessThanOrEqual(small - Vector256.Create((byte)'a'), Vector256.Create((byte)('z' - 'a')));
        var digits = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        var special =
            Vector256.GreaterThanOrEqual(bytes, Vector256.Create((byte)0x80))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\''))
            | Vector256.Equals(bytes, Vector256.Create((byte)'`'));
        return ((letters | digits | special).ExtractMostSignificantBits(), special.ExtractMostSignificantBits());
    }
}
