using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>Finds which of many strings of letters and digits stand in a run of letters and digits, in a time that does not grow with their
/// number. Immutable.</summary>
/// <remarks>What a run must begin with is looked up where it begins, what it must end with where it ends. Of each other string that part is
/// looked up which fewest strings have, at each place of the run. What that leads to is compared.</remarks>
internal sealed class LiteralIndex
{
    private const int Longest = 6;

    // So many letters tell whether it is worth looking anything up. Their table stays in the cache nearest to the processor, if it can.
    private const int Beginning = 3;
    private const int MinBeginnings = 1 << 12;
    private const int MaxBeginnings = 1 << 16;

    // What is looked up of a string has one of these lengths, the longest that the string has: few, since each is looked up by itself.
    private static readonly int[] Lengths = [1, 2, 3, 4, 6];

    private readonly KeyRuns _grams;
    private readonly Literal[] _literals;
    private readonly byte[] _letters;

    // By kind, a bit for each length of what is looked up.
    private readonly uint[] _lengths = new uint[Kinds];

    // Of what is looked up anywhere: by its first letters a bit for each of its lengths; those of what has fewer letters by themselves.
    private readonly byte[] _beginnings;
    private readonly int _shift;
    private readonly byte _short;

    /// <param name="literals">The strings, with the term of each.</param>
    public LiteralIndex(IReadOnlyCollection<KeyValuePair<RequiredLiteral, int>> literals)
    {
        var uses = new Dictionary<(ulong, int), int>();
        foreach (var (literal, _) in literals.Where(literal => KindOf(literal.Key) == Anywhere))
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
            var (kind, length) = (KindOf(literal), LengthOf(literal.Text));
            var grams = GramsOf(literal.Text).Select((gram, at) => (Gram: gram, At: at));
            var sought = kind switch
            {
                AtStart => grams.First(),
                AtEnd => grams.Last(),
                _ => grams.MinBy(gram => uses[(gram.Gram, length)]),
            };
            entries.Add(
                (
                    KeyOf(sought.Gram, length, kind),
                    new Literal(term, letters.Length, literal.Text.Length, sought.At, literal.IsStart, literal.IsEnd)
                )
            );
            letters.Append(literal.Text);
            _lengths[kind] |= 1U << length;
            if (kind == Anywhere && length < Beginning)
                _short |= (byte)(1 << length);
            else if (kind == Anywhere)
                _beginnings[BeginningOf(sought.Gram)] |= (byte)(1 << length);
        }

        var sorted = entries.OrderBy(entry => entry.Key).ToArray();
        _grams = new KeyRuns([.. sorted.Select(entry => entry.Key)]);
        _literals = [.. sorted.Select(entry => entry.Literal)];
        _letters = Encoding.ASCII.GetBytes(letters.ToString());
    }

    /// <summary>Tells the terms of what stands in one run of letters and digits.</summary>
    /// <param name="buffer">Holds the run in lower case. At least <see cref="WordScanner.Padding"/> bytes behind it can be read.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="length">Its length.</param>
    /// <param name="sink">Takes the terms.</param>
    public void Find<TSink>(byte[] buffer, int at, int length, ref TSink sink)
        where TSink : struct, ITermSink
    {
        var room = (2U << Math.Min(length, Longest)) - 1;
        for (var lengths = _lengths[AtStart] & room; lengths != 0; lengths &= lengths - 1)
            Find(buffer, at, length, 0, BitOperations.TrailingZeroCount(lengths), AtStart, ref sink);
        for (var lengths = _lengths[AtEnd] & room; lengths != 0; lengths &= lengths - 1)
        {
            var sought = BitOperations.TrailingZeroCount(lengths);
            Find(buffer, at, length, length - sought, sought, AtEnd, ref sink);
        }

        if (_lengths[Anywhere] != 0)
            FindAnywhere(buffer, at, length, ref sink);
    }

    private void FindAnywhere<TSink>(byte[] buffer, int at, int length, ref TSink sink)
        where TSink : struct, ITermSink
    {
        for (var place = 0; place < length; place++)
        {
            var letters = MemoryMarshal.Read<uint>(buffer.AsSpan(at + place));

            // Those for which there is room.
            var lengths = (uint)(_beginnings[BeginningOf(letters)] | _short) & ((2U << Math.Min(length - place, Longest)) - 1);
            for (; lengths != 0; lengths &= lengths - 1)
                Find(buffer, at, length, place, BitOperations.TrailingZeroCount(lengths), Anywhere, ref sink);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Find<TSink>(byte[] buffer, int at, int length, int place, int sought, int kind, ref TSink sink)
        where TSink : struct, ITermSink
    {
        var letters = MemoryMarshal.Read<ulong>(buffer.AsSpan(at + place));
        var key = KeyOf(letters & (ulong.MaxValue >> ((sizeof(ulong) - sought) * 8)), sought, kind);
        if (_grams.MayHave(key) != 0)
            Compare(buffer.AsSpan(at, length), place, key, ref sink);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Compare<TSink>(ReadOnlySpan<byte> run, int place, ulong key, ref TSink sink)
        where TSink : struct, ITermSink
    {
        var (first, count) = _grams.Find(key);
        foreach (ref readonly var literal in _literals.AsSpan(first, count))
        {
            var start = place - literal.Before;
            var end = start + literal.Length;
            if (
                start >= 0
                && end <= run.Length
                && (!literal.IsStart || start == 0)
                && (!literal.IsEnd || end == run.Length)
                && run[start..end].SequenceEqual(_letters.AsSpan(literal.Letters, literal.Length))
                && !sink.Has(literal.Term)
            )
                sink.Add(literal.Term);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KeyOf(ulong gram, int length, int kind)
    {
        const ulong Mixer = 0x9E3779B97F4A7C15;
        var key = (gram ^ (gram >> 29) ^ ((ulong)((kind << 3) | length) << 56)) * Mixer;
        return key ^ (key >> 32);
    }

    private int BeginningOf(ulong letters) => (int)(((uint)letters << 8) * 0x9E3779B1 >> _shift);

    private static int LengthOf(string text) => Array.FindLast(Lengths, length => length <= text.Length);

    private static int KindOf(RequiredLiteral literal) =>
        literal switch
        {
            { IsStart: true } => AtStart,
            { IsEnd: true } => AtEnd,
            _ => Anywhere,
        };

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

    // Where it is looked up.
    private const int AtStart = 0;
    private const int AtEnd = 1;
    private const int Anywhere = 2;
    private const int Kinds = 3;

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
