using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace AutoResolve.Words;

/// <summary>Numbers words, from 1. Words are added while an index is built; then it is only read, by any number of threads.</summary>
/// <remarks>Open addressing. A short word is its own key; of a long one the bytes are compared, so no two words are ever
/// taken for each other. The slots of keys are drawn at random for each table, so that no text can be made to collide.</remarks>
internal sealed class WordTable
{
    private const int FirstSize = 64;

    private readonly (ulong First, ulong Second) _multipliers = (RandomMultiplier(), RandomMultiplier());

    // The numbers of words.
    private int[] _slots = new int[FirstSize];

    // By number, less 1: its key; of a long word with the place of its bytes in the upper half of the second.
    private WordKey[] _keys = new WordKey[FirstSize / 2];

    // Eight bits a slot: most words of a text are in no rule, and are turned away here.
    private ulong[] _filter = new ulong[FirstSize / sizeof(ulong)];
    private int _shift = 64 - BitOperations.Log2(FirstSize);
    private byte[] _bytes = [];
    private int _bytesUsed;

    /// <summary>How many words there are; their numbers are 1 to this.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the word may be there, as 1 or 0: no branch depends on it, since no processor could guess it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MayHave(in WordKey key)
    {
        var bit = HashOf(in key) >> (_shift - 3);
        return (int)(_filter[bit >> 6] >> (int)(bit & 63) & 1);
    }

    /// <returns>The number of the word; 0 where it is not there.</returns>
    /// <param name="buffer">Holds the word. At least <see cref="WordScanner.Padding"/> bytes behind it can be read.</param>
    /// <param name="at">Where it starts.</param>
    /// <param name="length">Its length in bytes, at least 1.</param>
    public int Find(byte[] buffer, int at, int length)
    {
        var key = WordKey.Of(buffer, at, length);
        return MayHave(in key) == 0 ? 0 : Find(in key, buffer.AsSpan(at, length));
    }

    /// <returns>The number of the word; 0 where it is not there.</returns>
    public int Find(ReadOnlySpan<byte> word) => Find(WordKey.Of(word), word);

    /// <returns>The number of a short word; 0 where it is not there.</returns>
    public int Find(in WordKey key) => Find(in key, []);

    private int Find(in WordKey key, ReadOnlySpan<byte> word)
    {
        for (var slot = (int)(HashOf(in key) >> _shift); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var number = _slots[slot];
            if (number == 0)
                return 0;
            ref readonly var known = ref _keys[number - 1];
            if (key.IsWord ? known == key : IsLong(in known, in key, word))
                return number;
        }
    }

    private bool IsLong(in WordKey known, in WordKey key, ReadOnlySpan<byte> word) =>
        known.First == key.First
        && (uint)known.Second == key.Second
        && word.SequenceEqual(_bytes.AsSpan((int)(known.Second >> 32), word.Length));

    /// <returns>The number of the word, which is added where it is not there.</returns>
    public int Add(string word)
    {
        var buffer = new byte[Encoding.UTF8.GetMaxByteCount(word.Length) + WordScanner.Padding];
        var length = Encoding.UTF8.GetBytes(word, buffer);
        var known = Find(buffer, 0, length);
        if (known > 0)
            return known;
        if ((Count + 1) * 2 > _slots.Length)
            Grow();
        var key = WordKey.Of(buffer, 0, length);
        if (Count == _keys.Length)
            Array.Resize(ref _keys, Count * 2);
        _keys[Count++] = key.IsWord ? key : key with { Second = key.Second | ((ulong)_bytesUsed << 32) };
        Insert(in key, Count);
        if (!key.IsWord)
            Keep(buffer.AsSpan(0, length));
        return Count;
    }

    /// <summary>Lets go of the room for more words.</summary>
    public void TrimExcess()
    {
        Array.Resize(ref _keys, Count);
        Array.Resize(ref _bytes, _bytesUsed);
    }

    private void Keep(ReadOnlySpan<byte> word)
    {
        if (_bytesUsed + word.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytesUsed + word.Length, _bytes.Length * 2));
        word.CopyTo(_bytes.AsSpan(_bytesUsed));
        _bytesUsed += word.Length;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        _filter = new ulong[_slots.Length / sizeof(ulong)];
        _shift--;
        for (var number = 1; number <= Count; number++)
        {
            var key = _keys[number - 1];
            Insert(key.IsWord ? key : key with { Second = (uint)key.Second }, number);
        }
    }

    private void Insert(in WordKey key, int number)
    {
        var hash = HashOf(in key);
        var bit = hash >> (_shift - 3);
        _filter[bit >> 6] |= 1UL << (int)(bit & 63);
        var slot = (int)(hash >> _shift);
        while (_slots[slot] > 0)
            slot = (slot + 1) & (_slots.Length - 1);
        _slots[slot] = number;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong HashOf(in WordKey key) => (key.First * _multipliers.First) + (key.Second * _multipliers.Second);

    private static ulong RandomMultiplier()
    {
        Span<byte> random = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(random);
        return BitConverter.ToUInt64(random) | 1;
    }
}
