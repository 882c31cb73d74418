using System.Buffers;
using System.Text;
using AutoResolve.Words;

namespace AutoResolve.Seen;

/// <summary>
/// Repairs what a text was not decoded from on its way here, where that is certain; else the text stays as it is. Each kind is looked for
/// in all of a text before any of it is repaired, since one sign alone may be meant.
/// </summary>
internal static class Remains
{
    private const int LeastSigns = 3;
    private const int NoBreakSpace = 0xA0;

    // What Windows-1252 shows for the bytes 0x80 to 0x9F; the five that it does not have are control characters.
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    // The first bytes of UTF-8, as Latin-1 shows them.
    private static readonly SearchValues<char> FirstBytes = SearchValues.Create(
        string.Concat(Enumerable.Range(0xC2, 0xF4 - 0xC2 + 1).Select(value => (char)value))
    );

    /// <summary>Repairs quoted-printable: <c>=20</c>, <c>=E2=80=99</c>, lines that end in <c>=</c>.</summary>
    /// <remarks>
    /// Certain where there is a character of several bytes; or three signs, of which one ends a line, and no <c>=</c> stands before
    /// anything else. Where one does, only characters of several bytes and ends of lines are repaired: "a=20" may be meant.
    /// </remarks>
    public static bool RepairQuotedPrintable(SeenText seen)
    {
        if (seen.Text.IndexOf('=') < 0 || !IsQuotedPrintable(seen.Text, out var isWhole))
            return false;
        var text = seen.Text;
        var step = seen.NextStep();
        Span<char> characters = stackalloc char[2];
        var copied = 0;
        for (var at = text.IndexOf('='); at >= 0; at = Next(text, at, '='))
        {
            if (at < copied)
                continue;
            var length = LineEndAt(text, at);
            var written = 0;
            if (length == 0 && (length = CharacterAt(text, at, out var rune)) > 0)
                written = rune.EncodeToUtf16(characters);
            if (length == 0 || (length == 3 && written > 0 && !isWhole))
                continue;
            step.AddCopy(text[copied..at], copied);
            step.AddReplaced(characters[..written], at, length);
            copied = at + length;
        }

        step.AddCopy(text[copied..], copied);
        seen.Add();
        return true;
    }

    /// <summary>Repairs UTF-8 that was read as Windows-1252: <c>â€™</c>, <c>Ã©</c>.</summary>
    /// <remarks>
    /// Certain are the marks of print, four bytes, <c>Ã</c> or <c>Â</c> unless a word in capitals ends with it, and several in a row.
    /// </remarks>
    public static bool RepairMojibake(SeenText seen)
    {
        var text = seen.Text;
        var at = text.IndexOfAny(FirstBytes);
        while (at >= 0 && MisreadAt(text, at, follows: false, out _) == 0)
            at = NextFirst(text, at);
        if (at < 0)
            return false;
        var step = seen.NextStep();
        Span<char> characters = stackalloc char[2];
        var copied = 0;
        for (; at >= 0; at = NextFirst(text, at))
        {
            if (at < copied || MisreadAt(text, at, follows: at == copied && copied > 0, out var rune) is not (> 0 and var length))
                continue;
            step.AddCopy(text[copied..at], copied);
            step.AddReplaced(characters[..(rune.Value == NoBreakSpace ? new Rune(' ') : rune).EncodeToUtf16(characters)], at, length);
            copied = at + length;
        }

        step.AddCopy(text[copied..], copied);
        seen.Add();
        return true;
    }

    /// <summary>Decodes entities of HTML in plain text: <c>&amp;nbsp;</c>, <c>&amp;#39;</c>, <c>&amp;lt;</c>.</summary>
    /// <remarks>Certain where they end in a semicolon; those of tags become no tags.</remarks>
    public static bool RepairEntities(SeenText seen)
    {
        var text = seen.Text;
        Span<char> characters = stackalloc char[HtmlEntities.MaxCharacters];
        var step = default(MadeText);
        var copied = 0;
        for (var at = text.IndexOf('&'); at >= 0; at = Next(text, at, '&'))
        {
            var length = HtmlEntities.Decode(text[at..], characters, out var written);
            if (length == 0 || text[at + length - 1] != ';' || at < copied)
                continue;
            step ??= seen.NextStep();
            step.AddCopy(text[copied..at], copied);
            if (characters[..written] is ['\u00A0'])
                characters[0] = ' ';
            step.AddReplaced(characters[..written], at, length);
            copied = at + length;
        }

        if (step is null)
            return false;
        step.AddCopy(text[copied..], copied);
        seen.Add();
        return true;
    }

    private static int Next(ReadOnlySpan<char> text, int at, char sign) =>
        text[(at + 1)..].IndexOf(sign) is var next and >= 0 ? at + 1 + next : -1;

    private static int NextFirst(ReadOnlySpan<char> text, int at) =>
        text[(at + 1)..].IndexOfAny(FirstBytes) is var next and >= 0 ? at + 1 + next : -1;

    private static bool IsQuotedPrintable(ReadOnlySpan<char> text, out bool isWhole)
    {
        var (signs, lineEnds) = (0, 0);
        var isCertain = false;
        var read = 0;
        isWhole = true;
        for (var at = text.IndexOf('='); at >= 0; at = Next(text, at, '='))
        {
            if (at < read)
                continue;
            if (LineEndAt(text, at) is > 0 and var end)
            {
                lineEnds++;
                read = at + end;
                continue;
            }

            var length = CharacterAt(text, at, out var rune);

            // An equals sign is written =3D.
            if (length == 0)
            {
                isWhole = false;
                continue;
            }

            signs++;
            isCertain |= length > 3;
            lineEnds += length == 3 && rune.Value == ' ' && EndsLine(text, at + 3) ? 1 : 0;
            read = at + length;
        }

        return isCertain || (isWhole && lineEnds > 0 && signs + lineEnds >= LeastSigns);
    }

    private static bool EndsLine(ReadOnlySpan<char> text, int at) => at == text.Length || text[at] is '\r' or '\n';

    // The length of an equals sign that ends its line, with the end of the line.
    private static int LineEndAt(ReadOnlySpan<char> text, int at)
    {
        var next = at + 1;
        if (next < text.Length && text[next] == '\r')
            next++;
        if (next < text.Length && text[next] == '\n')
            next++;
        return next > at + 1 ? next - at : 0;
    }

    private static int CharacterAt(ReadOnlySpan<char> text, int at, out Rune rune)
    {
        rune = default;
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && ByteAt(text, at + (3 * count)) is >= 0 and var value)
        {
            bytes[count++] = (byte)value;
            if (Rune.DecodeFromUtf8(bytes[..count], out rune, out _) == OperationStatus.Done)
                return 3 * count;
        }

        return 0;
    }

    private static int ByteAt(ReadOnlySpan<char> text, int at) =>
        at + 2 < text.Length && text[at] == '=' && HexOf(text[at + 1]) is >= 0 and var high && HexOf(text[at + 2]) is >= 0 and var low
            ? (high << 4) | low
            : -1;

    private static int HexOf(char digit) =>
        digit switch
        {
            >= '0' and <= '9' => digit - '0',
            >= 'A' and <= 'F' => digit - 'A' + 10,
            _ => -1,
        };

    // Two characters and more that are the bytes of one; 0 where that is not certain.
    private static int MisreadAt(ReadOnlySpan<char> text, int at, bool follows, out Rune rune)
    {
        var length = BytesAt(text, at, out rune);
        return length > 0 && IsCertain(text, at, length, rune, follows) ? length : 0;
    }

    private static int BytesAt(ReadOnlySpan<char> text, int at, out Rune rune)
    {
        rune = default;
        Span<byte> bytes = stackalloc byte[4];
        for (var count = 0; count < bytes.Length && at + count < text.Length && ShownByte(text[at + count]) is >= 0 and var value; )
        {
            bytes[count++] = (byte)value;
            var status = Rune.DecodeFromUtf8(bytes[..count], out rune, out _);
            if (status != OperationStatus.NeedMoreData)
                return status == OperationStatus.Done ? count : 0;
        }

        return 0;
    }

    private static int ShownByte(char shown)
    {
        if (shown is >= '\u0080' and <= '\u00FF')
            return shown;
        return shown > '\u00FF' && Windows1252.IndexOf(shown) is >= 0 and var at ? 0x80 + at : -1;
    }

    // What else stands so: "AMANHÃ”", "«cos'è…»", a letter at the end of a word with marks behind it.
    private static bool IsCertain(ReadOnlySpan<char> text, int at, int length, Rune rune, bool follows)
    {
        if (length == 4)
            return true;
        if (length == 3)
            return rune.Value
                    is (>= 0x2000 and <= 0x206F)
                        or 0x20AC
                        or 0x2122
                        or (>= 0x2190 and <= 0x2199)
                        or (>= 0x2500 and <= 0x27BF)
                        or 0xFEFF
                || follows
                || BytesAt(text, at + length, out _) == 3;
        var goesOn = at + length < text.Length && char.IsLetter(text[at + length]);
        var isInCapitals = at > 0 && char.IsUpper(text[at - 1]);
        return text[at] is 'Â' or 'Ã' ? !isInCapitals || goesOn : Rune.IsLetter(rune) && (follows || (goesOn && !isInCapitals));
    }
}
