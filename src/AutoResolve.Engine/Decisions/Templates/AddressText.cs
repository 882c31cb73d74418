using System.Text;

namespace AutoResolve.Decisions.Templates;

/// <summary>
/// A parameter as it was rendered, with marks around what was printed into it. Where it is an address, a value is no more than a piece of
/// the part in which it stands.
/// </summary>
internal static class AddressText
{
    private const char Begin = '\uFDD0';
    private const char BeginEncoded = '\uFDD1';
    private const char End = '\uFDD2';

    // Nothing but an attack is encoded so often.
    private const int MostEncodings = 5;

    // Where a template encodes a value itself and adds to it, only these matter.
    private const string Separators = "/\\?#&=;@: \t";

    private static readonly string[] Schemes = ["https://", "http://"];

    public static string Mark(string value, bool isEncoded) => $"{(isEncoded ? BeginEncoded : Begin)}{Unmarked(value)}{End}";

    /// <returns>The text without marks and, in an address, with its values encoded; null where a value leads out of its path.</returns>
    public static string? Settle(string marked)
    {
        var plain = Unmarked(marked);
        if (!IsAddress(plain))
            return plain;
        var address = Encoded(marked);
        return LeavesPath(address) ? null : address;
    }

    /// <summary>Whether a text is an address, whatever is wrong with it.</summary>
    public static bool IsAddress(string text) =>
        Array.Exists(Schemes, scheme => text.AsSpan().TrimStart().StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a part of a path is a dot or two, encoded however often.</summary>
    public static bool LeavesPath(string address)
    {
        var path = address.AsSpan(address.IndexOf("://", StringComparison.Ordinal) + 1);
        var decoded = (path.IndexOfAny('?', '#') is var end and >= 0 ? path[..end] : path).ToString();
        for (var times = 0; times < MostEncodings; times++)
        {
            if (decoded.Split('/', '\\').Any(part => part.Trim() is "." or ".."))
                return true;
            var next = Uri.UnescapeDataString(decoded);
            if (next == decoded)
                return false;
            decoded = next;
        }

        return true;
    }

    private static string Encoded(string marked)
    {
        var address = new StringBuilder(marked.Length);
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] is not (Begin or BeginEncoded))
            {
                address.Append(marked[at]);
                continue;
            }

            var end = marked.IndexOf(End, at);
            var value = marked[(at + 1)..end];

            // An address that is a value as a whole, or begins with one, is where the author of the rule wants it to lead.
            var isBase = string.IsNullOrWhiteSpace(address.ToString()) && IsAddress(value);
            address.Append(isBase ? value : Encode(value, marked[at] == BeginEncoded));
            at = end;
        }

        return address.ToString();
    }

    private static string Encode(string value, bool isEncoded) =>
        isEncoded
            ? string.Concat(value.Select(character => Separators.Contains(character) ? Uri.HexEscape(character) : character.ToString()))
            : Uri.EscapeDataString(value);

    private static string Unmarked(string text) =>
        text.AsSpan().IndexOfAnyInRange(Begin, End) < 0 ? text : string.Concat(text.Where(character => character is < Begin or > End));
}
