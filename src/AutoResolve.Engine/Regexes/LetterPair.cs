using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoResolve.Regexes;

/// <summary>
/// Two letters at a distance, searched for in many places at a time. Finds them in either case, and what may be one of them: all that is
/// not ASCII.
/// </summary>
/// <param name="first">The first letter, small.</param>
/// <param name="second">The second letter, small.</param>
/// <param name="distance">How far the second is behind the first.</param>
internal sealed class LetterPair(byte first, byte second, int distance)
{
    private const int Step = 32;
    private const byte SmallBit = 0x20;
    private const byte NotAscii = 0x80;

    /// <returns>The next place where they may stand; negative where there is none.</returns>
    public int Find(ReadOnlySpan<char> text, int at)
    {
        var places = text.Length - distance;
        var last = places - Step;
        while (last >= 0 && at < places)
        {
            // The last step goes back, so as not to read beyond the text.
            var start = Math.Min(at, last);
            var found =
                (Find(text[start..], first) & Find(text[(start + distance)..], second)).ExtractMostSignificantBits()
                & (uint.MaxValue << (at - start));
            if (found != 0)
                return start + BitOperations.TrailingZeroCount(found);
            at = start + Step;
        }

        for (; at < places; at++)
        {
            if (MayBe(text[at], first) && MayBe(text[at + distance], second))
                return at;
        }

        return -1;
    }

    private static Vector256<byte> Find(ReadOnlySpan<char> text, byte letter)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var bytes = Vector256.NarrowWithSaturation(Vector256.Create(units), Vector256.Create(units[(Step / 2)..]));
        return Vector256.Equals(bytes | Vector256.Create(SmallBit), Vector256.Create(letter))
            | Vector256.GreaterThanOrEqual(bytes, Vector256.Create(NotAscii));
    }

    private static bool MayBe(char character, byte letter) => (character | SmallBit) == letter || character >= NotAscii;
}
