using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace AutoResolve.Words.Features;

/// <summary>What classifiers know of a text: the first characters of a word, or of two words side by side.</summary>
internal static class Feature
{
    /// <summary>How many characters of a word count.</summary>
    public const int MaxCharacters = 8;

    private const ulong Mixer = 0x9E3779B97F4A7C15;

    // A character has at most four bytes.
    private const int MaxBytes = MaxCharacters * 4;
    private const ulong NotAscii = 0x8080_8080_8080_8080;

    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>What counts of a folded word.</summary>
    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> folded)
    {
        var end = 0;
        for (var left = MaxCharacters; left > 0 && end < folded.Length; left--)
            end += char.IsHighSurrogate(folded[end]) ? 2 : 1;
        return folded[..end];
    }

    /// <summary>Whether this is what counts of some word.</summary>
    public static bool IsOfWord(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxCharacters * 2)
            return false;
        if (text.Length <= MaxCharacters && !text.ContainsAnyExcept(Plain))
            return true;
        return Tokenizer.Read(text, [new TextRange(0, text.Length)]) is [var word]
            && text.SequenceEqual(word.Folded)
            && Cut(text).Length == text.Length;
    }

    /// <summary>The key of a word. Parameters as in <see cref="ITokenConsumer.AddWord"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyOf(byte[] buffer, int at, int length)
    {
        var bytes =
            BinaryPrimitives.ReadUInt64LittleEndian(buffer.AsSpan(at)) & (ulong.MaxValue >> (64 - (8 * Math.Min(length, MaxCharacters))));
        return (bytes & NotAscii) == 0 ? Mix(bytes) : KeyOfOther(buffer.AsSpan(at, length));
    }

    /// <summary>The key of a folded word.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> folded)
    {
        Span<byte> word = stackalloc byte[MaxBytes];
        word.Clear();
        var length = Encoding.UTF8.GetBytes(Cut(folded), word);
        var start = BinaryPrimitives.ReadUInt64LittleEndian(word);
        return length <= MaxCharacters && (start & NotAscii) == 0 ? Mix(start) : KeyOfOther(word[..length]);
    }

    /// <summary>The key of two words side by side, by those of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyOf(ulong first, ulong second) => Mix(BitOperations.RotateLeft(first * Mixer, 32) + second);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong KeyOfOther(ReadOnlySpan<byte> word)
    {
        var end = 0;
        for (var characters = 0; end < word.Length; end++)
        {
            // What follows in a character begins with the bits 10.
            if ((word[end] & 0xC0) != 0x80 && ++characters > MaxCharacters)
                break;
        }

        Span<byte> bytes = stackalloc byte[MaxBytes];
        bytes.Clear();
        word[..end].CopyTo(bytes);
        var key = 0UL;
        for (var rest = bytes; !rest.IsEmpty; rest = rest[sizeof(ulong)..])
            key = Mix(key + BinaryPrimitives.ReadUInt64LittleEndian(rest));
        return key;
    }

    // Never 0, which is no key.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong key)
    {
        key = (key ^ (key >> 32)) * Mixer;
        key = (key ^ (key >> 29)) * Mixer;
        return (key ^ (key >> 32)) | 1;
    }
}
