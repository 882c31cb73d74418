using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace AutoResolve.Matching.Indexing;

/// <summary>Numbers words, from 1. Words are added while an index is built; then it is only read, by any number of threads.</summary>
/// <remarks>Open addressing. A word of at most eight bytes is its own key; of a longer one the bytes are compared, so no two words are ever
/// taken for each other. The slots of keys are drawn at random for each table, so that no text can be made to collide.</remarks>
internal sealed class WordTable
{
    private const int WordBytes = sizeof(ulong);
    private const int FirstSize = 64;

    private readonly ulong _multiplier = RandomMultiplier();
    private Slot[] _slots = new Slot[FirstSize];

    // Eight bits a slot: most words of a text are in no rule, and are turned away here.
    private ulong[] _filter = new ulong[FirstSize / WordBytes];
    private int _shift = 64 - BitOperations.Log2(FirstSize);

    // The words that are longer than a key, and where each begins and the last ends.
    private readonly List<int> _longStarts = [0];
    private byte[] _bytes = [];

    /// <summary>How many words there are; their numbers are 1 to this.</summary>
    public int Count { get; private set; }

    /// <returns>The number of the word, or what stands for it since <see cref="SetValues"/>; 0 where it is not there.</returns>
    /// <param name="buffer">Holds the word. At least eight bytes behind it can be read.</param>
    /// <param name="at">Where it starts.</param>
    /// <param name="length">Its length in bytes, at least 1.</param>
    public int Find(byte[] buffer, int at, int length)
    {
        var key = KeyOf(buffer, at, length);
        var hash = key * _multiplier;
        var bit = hash >> (_shift - 3);
        if ((_filter[bit >> 6] >> (int)(bit & 63) & 1) == 0)
            return 0;
        for (var slot = (int)(hash >> _shift); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            ref readonly var entry = ref _slots[slot];
            if (entry.Key == key && (length <= WordBytes ? entry.Long == 0 : IsLong(entry.Long, buffer.AsSpan(at, length))))
                return entry.Value;
            if (entry.Key == 0)
                return 0;
        }
    }

    /// <returns>The number of the word, which is added where it is not there.</returns>
    public int Add(string word)
    {
        var buffer = new byte[Encoding.UTF8.GetMaxByteCount(word.Length) + WordBytes];
        var length = Encoding.UTF8.GetBytes(word, buffer);
        var known = Find(buffer, 0, length);
        if (known > 0)
            return known;
        if ((Count + 1) * 2 > _slots.Length)
            Grow();
        Insert(new Slot { Key = KeyOf(buffer, 0, length), Value = ++Count, Long = length <= WordBytes ? 0 : Keep(buffer.AsSpan(0, length)) });
        return Count;
    }

    /// <summary>Lets a value of any kind stand for each word, by its number, instead of the number. No word can be added afterwards.</summary>
    public void SetValues(ReadOnlySpan<int> values)
    {
        foreach (ref var slot in _slots.AsSpan())
        {
            if (slot.Key != 0)
                slot.Value = values[slot.Value];
        }
    }

    private bool IsLong(int number, ReadOnlySpan<byte> word) =>
        number > 0 && _bytes.AsSpan(_longStarts[number - 1], _longStarts[number] - _longStarts[number - 1]).SequenceEqual(word);

    private int Keep(ReadOnlySpan<byte> word)
    {
        var used = _longStarts[^1];
        if (used + word.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(used + word.Length, _bytes.Length * 2));
        word.CopyTo(_bytes.AsSpan(used));
        _longStarts.Add(used + word.Length);
        return _longStarts.Count - 1;
    }

    private void Grow()
    {
        var entries = _slots;
        _slots = new Slot[entries.Length * 2];
        _filter = new ulong[_slots.Length / WordBytes];
        _shift--;
        foreach (var entry in entries)
        {
            if (entry.Key != 0)
                Insert(entry);
        }
    }

    private void Insert(Slot entry)
    {
        var hash = entry.Key * _multiplier;
        var bit = hash >> (_shift - 3);
        _filter[bit >> 6] |= 1UL << (int)(bit & 63);
        var slot = (int)(hash >> _shift);
        while (_slots[slot].Key != 0)
            slot = (slot + 1) & (_slots.Length - 1);
        _slots[slot] = entry;
    }

    private static ulong KeyOf(byte[] buffer, int at, int length)
    {
        const ulong Mixer = 0x9E3779B97F4A7C15;
        if (length <= WordBytes)
            return Read(buffer, at, length);
        var key = (ulong)length;
        for (; length > WordBytes; length -= WordBytes, at += WordBytes)
            key = BitOperations.RotateLeft((key ^ Read(buffer, at, WordBytes)) * Mixer, 29);
        key = (key ^ Read(buffer, at, length)) * Mixer;

        // 0 is an empty slot.
        return key == 0 ? Mixer : key;
    }

    private static ulong Read(byte[] buffer, int at, int length) =>
        BinaryPrimitives.ReadUInt64LittleEndian(buffer.AsSpan(at, WordBytes)) & (ulong.MaxValue >> ((WordBytes - length) * 8));

    private static ulong RandomMultiplier()
    {
        Span<byte> random = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(random);
        return BinaryPrimitives.ReadUInt64LittleEndian(random) | 1;
    }

    /// <summary>A word; 16 bytes, so that none lies across two cache lines.</summary>
    private struct Slot
    {
        public ulong Key;
        public int Value;

        /// <summary>The number of a word that is longer than a key, from 1; else 0.</summary>
        public int Long;
    }
}
