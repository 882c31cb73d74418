using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AutoResolve.Actions.BuiltIn;

/// <summary>
/// Signs what webhooks send, as <c>t=…,v1=… </c>: the time in Unix seconds, and the HMAC-SHA256 of the time, a dot and the body, in
/// hexadecimal digits.
/// </summary>
/// <remarks>The time is signed too, so that a receiver can refuse a call that someone recorded and sends again.</remarks>
internal static class WebhookSignature
{
    public const string Header = "X-AutoResolve-Signature";

    public static string Sign(ReadOnlySpan<byte> secret, DateTimeOffset time, ReadOnlySpan<byte> body)
    {
        var seconds = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(secret, [.. Encoding.ASCII.GetBytes(seconds), (byte)'.', .. body]);
        return $"t={seconds},v1={Convert.ToHexStringLower(hash)}";
    }
}
