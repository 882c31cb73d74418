using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoResolve.Privacy;

/// <summary>Which characters of a text are letters, 64 at a time.</summary>
internal static class LetterMask
{
    public const int Length = 64;

    /// <returns>A bit for each of the first 64 characters, the first the lowest; none behind the end.</returns>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Length)];
        if (text.Length < Vector256<ushort>.Count)
            return One(text);
        var (mask, last) = (0UL, text.Length - Vector256<ushort>.Count);
        for (var place = 0; place < last; place += Vector256<ushort>.Count)
            mask |= (ulong)Some(text, place) << place;
        return mask | ((ulong)Some(text, last) << last);
    }

    /// <summary>Whether a character is a letter, of whatever script.</summary>
    public static bool IsLetter(char character) => char.IsAscii(character) ? char.IsAsciiLetter(character) : char.IsLetter(character);

    private static uint Some(ReadOnlySpan<char> text, int place)
    {
        var characters = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text)), (nuint)place);
        return Vector256.GreaterThanAny(characters, Vector256.Create((ushort)0x7F))
            ? One(text.Slice(place, Vector256<ushort>.Count))
            : Vector256
                .LessThan((characters | Vector256.Create((ushort)0x20)) - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26))
                .ExtractMostSignificantBits();
    }

    private static uint One(ReadOnlySpan<char> text)
    {
        var bits = 0u;
        for (var place = 0; place < text.Length; place++)
            bits |= IsLetter(text[place]) ? 1u << place : 0;
        return bits;
    }
}
