using System.Buffers;
using System.Text.Encodings.Web;

namespace AutoResolve.Decisions.Templates;

/// <summary>
/// Encodes what separates the parts of an address, so that a value is no more than a piece of one part. All else stays: what a template
/// encodes itself must not be encoded twice.
/// </summary>
internal sealed class AddressPartEncoder : TextEncoder
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("/\\?#");

    public static AddressPartEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => 3;

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        new ReadOnlySpan<char>(text, textLength).IndexOfAny(Separators);

    public override bool WillEncode(int unicodeScalar) => unicodeScalar < char.MaxValue && Separators.Contains((char)unicodeScalar);

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var written = $"%{unicodeScalar:X2}";
        numberOfCharactersWritten = written.Length;
        return written.TryCopyTo(new Span<char>(buffer, bufferLength));
    }
}
