using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace AutoResolve.Words;

/// <summary>A word as two numbers: all its bytes, of a short word; of a longer one its length and a hash.</summary>
/// <param name="First">The first eight bytes; the lowest is 0 where it is a hash, which no word begins with.</param>
/// <param name="Second">The bytes after these, or the length.</param>
internal readonly record struct WordKey(ulong First, ulong Second)
{
    /// <summary>The most bytes that a key holds.</summary>
    public const int Longest = 2 * sizeof(ulong);

    // Read from the middle on, it keeps all bytes; from before that, fewer.
    private static ReadOnlySpan<byte> Masks =>
        [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Whether the key is the word, and not only a hash of it.</summary>
    public bool IsWord => (First & 255) != 0;

    /// <summary>How many bytes the word has, where the key is the word.</summary>
    public int Length =>
        Second != 0 ? Longest - (BitOperations.LeadingZeroCount(Second) / 8) : sizeof(ulong) - (BitOperations.LeadingZeroCount(First) / 8);

    /// <summary>Writes the word, where the key is the word.</summary>
    public void CopyTo(Span<byte> word)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(word, First);
        BinaryPrimitives.WriteUInt64LittleEndian(word[sizeof(ulong)..], Second);
    }

    /// <summary>The key of a word. Parameters as in <see cref="ITokenConsumer.AddWord"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WordKey Of(byte[] buffer, int at, int length)
    {
        if (length > Longest)
            return Hash(buffer.AsSpan(at, length));
        var bytes = Vector128.Create(buffer.AsSpan(at, Longest)) & Vector128.Create(Masks[(Longest - length)..]);
        return new WordKey(bytes.AsUInt64().ToScalar(), bytes.AsUInt64().GetElement(1));
    }

    /// <summary>The key of a word.</summary>
    public static WordKey Of(ReadOnlySpan<byte> word)
    {
        if (word.Length > Longest)
            return Hash(word);
        Span<byte> padded = stackalloc byte[Longest];
        padded.Clear();
        word.CopyTo(padded);
        return new WordKey(
            BinaryPrimitives.ReadUInt64LittleEndian(padded),
            BinaryPrimitives.ReadUInt64LittleEndian(padded[sizeof(ulong)..])
        );
    }

    /// <summary>The key of a folded word.</summary>
    public static WordKey Of(string folded) => Of(Encoding.UTF8.GetBytes(folded));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WordKey Hash(ReadOnlySpan<byte> word)
    {
        const ulong Mixer = 0x9E3779B97F4A7C15;
        var hash = BinaryPrimitives.ReadUInt64LittleEndian(word[^sizeof(ulong)..]);
        for (var rest = word; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest)) * Mixer, 29);
        return new WordKey((hash * Mixer) & ~255UL, (ulong)word.Length);
    }
}
