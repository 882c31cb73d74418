using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Inbox;

/// <summary>
/// Reads <c>t=1796000000,v1=…</c>: the time in Unix seconds, and the HMAC-SHA256 of the time, a dot and the body, in hexadecimal digits.
/// A sender that rotates its secret signs with both: <c>t=…,v1=…,v1=…</c>.
/// </summary>
internal static class InboxSignature
{
    public const string Header = "X-HelpDesk-Signature";

    // Whoever sends more wants to have the machine busy.
    private const int MaxSignatures = 4;

    /// <param name="header">The header.</param>
    /// <param name="body">The body, as it came.</param>
    /// <param name="secrets">The secrets that count.</param>
    /// <param name="now">The time now.</param>
    /// <param name="tolerance">How far the time of the message may be from it.</param>
    public static bool IsValid(string? header, ReadOnlySpan<byte> body, IEnumerable<byte[]> secrets, DateTimeOffset now, TimeSpan tolerance)
    {
        if (!TryRead(header, out var seconds, out var signatures))
            return false;
        var isRight = false;
        byte[] signed = [.. Encoding.ASCII.GetBytes(seconds.ToString(CultureInfo.InvariantCulture)), (byte)'.', .. body];
        foreach (var secret in secrets)
        {
            var expected = HMACSHA256.HashData(secret, signed);

            // All of them, so that the time it takes tells nothing.
            foreach (var signature in signatures)
                isRight |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        return isRight && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= tolerance.TotalSeconds;
    }

    private static bool TryRead(string? header, out long seconds, out List<byte[]> signatures)
    {
        seconds = 0;
        signatures = [];
        var hasTime = false;
        foreach (var part in (header ?? "").Split(',', MaxSignatures + 2))
        {
            if (part.StartsWith("t=", StringComparison.Ordinal) && !hasTime && TryReadTime(part[2..], out seconds))
                hasTime = true;
            else if (
                part.StartsWith("v1=", StringComparison.Ordinal)
                && signatures.Count < MaxSignatures
                && TryReadHash(part[3..], out var hash)
            )
                signatures.Add(hash);
            else
                return false;
        }

        return hasTime && signatures.Count > 0;
    }

    // No sign, no spaces, no leading zeros: what was signed is written in one way only.
    private static bool TryReadTime(string text, out long seconds) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds)
        && text.Length <= 11
        && seconds.ToString(CultureInfo.InvariantCulture) == text;

    private static bool TryReadHash(string text, out byte[] hash)
    {
        hash = new byte[HMACSHA256.HashSizeInBytes];
        return text.Length == 2 * HMACSHA256.HashSizeInBytes
            && Convert.FromHexString(text, hash, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == hash.Length;
    }
}
