using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>Finds which of many strings of letters and digits stand in a text, in one pass that is as long however many they are.
/// Immutable.</summary>
/// <remarks>Of each string that part is looked up which fewest strings have, at each place of the text; what it leads to is compared
/// there.</remarks>
internal sealed class LiteralIndex
{
    private const int Longest = 6;
    private const int Block = 64;

    // So many letters tell whether it is worth looking anything up. Their table stays in the cache nearest to the processor, if it can.
    private const int Beginning = 3;
    private const int MinBeginnings = 1 << 12;
    private const int MaxBeginnings = 1 << 16;

    // What is looked up of a string has one of these lengths, the longest that the string has: few, since each is looked up by itself.
    private static readonly int[] Lengths = [1, 2, 3, 4, 6];

    private readonly KeyRuns _grams;
    private readonly Literal[] _literals;
    private readonly byte[] _letters;

    // By the first letters of what is looked up, a bit for each of its lengths; those of what has fewer letters by themselves.
    private readonly byte[] _beginnings;
    private readonly int _shift;
    private readonly byte _short;

    /// <param name="literals">The strings, with the term of each.</param>
    public LiteralIndex(IReadOnlyCollection<KeyValuePair<RequiredLiteral, int>> literals)
    {
        var uses = new Dictionary<(ulong, int), int>();
        foreach (var (literal, _) in literals)
        {
            foreach (var gram in GramsOf(literal.Text))
                CollectionsMarshal.GetValueRefOrAddDefault(uses, (gram, LengthOf(literal.Text)), out _)++;
        }

        List<(ulong Key, Literal Literal)> entries = [];
        var letters = new StringBuilder();
        _beginnings = new byte[Math.Clamp(BitOperations.RoundUpToPowerOf2((uint)literals.Count * 4), MinBeginnings, MaxBeginnings)];
        _shift = 32 - BitOperations.Log2((uint)_beginnings.Length);
        foreach (var (literal, term) in literals.OrderBy(literal => literal.Value))
        {
            var length = LengthOf(literal.Text);
            var rarest = GramsOf(literal.Text).Select((gram, at) => (Gram: gram, At: at)).MinBy(gram => uses[(gram.Gram, length)]);
            var found = new Literal(term, letters.Length, literal.Text.Length, rarest.At, literal.IsStart, literal.IsEnd);
            entries.Add((KeyOf(rarest.Gram, length), found));
            letters.Append(literal.Text);
            if (length < Beginning)
                _short |= (byte)(1 << length);
            else
                _beginnings[BeginningOf(rarest.Gram)] |= (byte)(1 << length);
        }

        var sorted = entries.OrderBy(entry => entry.Key).ToArray();
        _grams = new KeyRuns([.. sorted.Select(entry => entry.Key)]);
        _literals = [.. sorted.Select(entry => entry.Literal)];
        _letters = Encoding.ASCII.GetBytes(letters.ToString());
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _literals.Length == 0;

    /// <summary>Tells the terms of what stands in a text. Others may be told too, where the text has control characters.</summary>
    /// <param name="lower">The text in lower case, and at least <see cref="WordScanner.Padding"/> bytes more.</param>
    /// <param name="runs">A bit for each character that is an ASCII letter or digit; none is set behind the last.</param>
    /// <param name="sink">Takes the terms.</param>
    public void Find<TSink>(ReadOnlySpan<byte> lower, ReadOnlySpan<ulong> runs, ref TSink sink)
        where TSink : struct, ITermSink
    {
        // By length, where so many letters stand side by side.
        Span<ulong> places = stackalloc ulong[Longest + 1];
        for (var block = 0; block < runs.Length; block++)
        {
            var next = block + 1 < runs.Length ? runs[block + 1] : 0;
            places[1] = runs[block];
            for (var length = 2; length <= Longest; length++)
                places[length] = places[length - 1] & ((runs[block] >> (length - 1)) | (next << (Block - length + 1)));
            for (var rest = runs[block]; rest != 0; rest &= rest - 1)
            {
                var bit = BitOperations.TrailingZeroCount(rest);
                Find(lower, runs, (block * Block) + bit, bit, places, ref sink);
            }
        }
    }

    /// <summary>Tells the terms of what stands in one run.</summary>
    /// <param name="run">The run in lower case.</param>
    /// <param name="sink">Takes the terms.</param>
    public void Find<TSink>(ReadOnlySpan<byte> run, ref TSink sink)
        where TSink : struct, ITermSink
    {
        var blocks = (run.Length + Block - 1) / Block;
        Span<byte> padded = blocks == 1 ? stackalloc byte[Block + WordScanner.Padding] : new byte[(blocks * Block) + WordScanner.Padding];
        Span<ulong> bits = blocks == 1 ? stackalloc ulong[1] : new ulong[blocks];
        run.CopyTo(padded);
        bits.Fill(ulong.MaxValue);
        if (run.Length % Block != 0)
            bits[^1] = (1UL << (run.Length % Block)) - 1;
        Find(padded, bits, ref sink);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Find<TSink>(
        ReadOnlySpan<byte> lower,
        ReadOnlySpan<ulong> runs,
        int at,
        int bit,
        ReadOnlySpan<ulong> places,
        ref TSink sink
    )
        where TSink : struct, ITermSink
    {
        var letters = MemoryMarshal.Read<ulong>(lower[at..]);
        for (var lengths = (uint)(_beginnings[BeginningOf(letters)] | _short); lengths != 0; lengths &= lengths - 1)
        {
            // Where there is no room for it, there is none for what is longer.
            var length = BitOperations.TrailingZeroCount(lengths);
            if ((places[length] >> bit & 1) == 0)
                return;
            var key = KeyOf(letters & (ulong.MaxValue >> ((sizeof(ulong) - length) * 8)), length);
            if (_grams.MayHave(key) != 0)
                Compare(lower, runs, at, key, ref sink);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Compare<TSink>(ReadOnlySpan<byte> lower, ReadOnlySpan<ulong> runs, int at, ulong key, ref TSink sink)
        where TSink : struct, ITermSink
    {
        var (first, count) = _grams.Find(key);
        foreach (ref readonly var literal in _literals.AsSpan(first, count))
        {
            var start = at - literal.Before;
            var end = start + literal.Length;
            if (
                !sink.Has(literal.Term)
                && start >= 0
                && end <= runs.Length * Block
                && (!literal.IsStart || start == 0 || !Has(runs, start - 1))
                && (!literal.IsEnd || end == runs.Length * Block || !Has(runs, end))
                && lower[start..end].SequenceEqual(_letters.AsSpan(literal.Letters, literal.Length))
            )
                sink.Add(literal.Term);
        }
    }

    private static bool Has(ReadOnlySpan<ulong> runs, int at) => (runs[at / Block] >> (at % Block) & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KeyOf(ulong gram, int length)
    {
        const ulong Mixer = 0x9E3779B97F4A7C15;
        var key = (gram ^ (gram >> 29) ^ ((ulong)length << 56)) * Mixer;
        return key ^ (key >> 32);
    }

    private int BeginningOf(ulong letters) => (int)(((uint)letters << 8) * 0x9E3779B1 >> _shift);

    private static int LengthOf(string text) => Array.FindLast(Lengths, length => length <= text.Length);

    private static IEnumerable<ulong> GramsOf(string text)
    {
        var length = LengthOf(text);
        for (var start = 0; start + length <= text.Length; start++)
        {
            var gram = 0UL;
            for (var at = length - 1; at >= 0; at--)
                gram = (gram << 8) | text[start + at];
            yield return gram;
        }
    }

    /// <param name="Term">Its term.</param>
    /// <param name="Letters">Where its letters begin.</param>
    /// <param name="Length">How many there are.</param>
    /// <param name="Before">How many stand before what is looked up.</param>
    /// <param name="IsStart">Whether a run must begin with it.</param>
    /// <param name="IsEnd">Whether a run must end with it.</param>
    private readonly record struct Literal(int Term, int Letters, int Length, int Before, bool IsStart, bool IsEnd);
}

/// <summary>Takes terms.</summary>
internal interface ITermSink
{
    /// <summary>Whether it has the term.</summary>
    bool Has(int term);

    void Add(int term);
}
