using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AutoResolve.Seen;

/// <summary>The character references of HTML: <c>&amp;amp;</c>, <c>&amp;#39;</c>, and old names without semicolon.</summary>
/// <remarks>By the HTML standard, 13.2.5.72 and following, as in text; entities.txt has the names of 13.5 and their characters.</remarks>
internal static class HtmlEntities
{
    /// <summary>The most characters that one stands for.</summary>
    public const int MaxCharacters = 4;

    private const int MaxNameLength = 32;
    private const int MaxNameLengthWithoutSemicolon = 6;
    private const int Replacement = 0xFFFD;

    // What Windows-1252 has where Unicode has control characters; 0 where it has nothing.
    private static ReadOnlySpan<char> Windows1252 =>
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
        + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByName = Read()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a reference.</summary>
    /// <param name="text">Begins with the ampersand.</param>
    /// <param name="characters">Takes what it stands for; at least <see cref="MaxCharacters"/> long.</param>
    /// <param name="written">How many characters that are.</param>
    /// <returns>The length of the reference; 0 where it is none.</returns>
    public static int Decode(ReadOnlySpan<char> text, Span<char> characters, out int written)
    {
        written = 0;
        if (text.Length < 3)
            return 0;
        return text[1] == '#' ? DecodeNumber(text, characters, out written) : DecodeName(text, characters, out written);
    }

    private static int DecodeName(ReadOnlySpan<char> text, Span<char> characters, out int written)
    {
        written = 0;
        var name = text[1..Math.Min(text.Length, MaxNameLength + 1)];
        var length = name.IndexOfAnyExcept(AsciiLettersOrDigits);
        if (length < 0)
            length = name.Length;
        if (length < name.Length && name[length] == ';' && ByName.TryGetValue(name[..(length + 1)], out var found))
            return 1 + length + 1 + Copy(found, characters, out written);
        for (length = Math.Min(length, MaxNameLengthWithoutSemicolon); length > 1; length--)
        {
            if (ByName.TryGetValue(name[..length], out found))
                return 1 + length + Copy(found, characters, out written);
        }

        return 0;
    }

    private static int Copy(string found, Span<char> characters, out int written)
    {
        found.CopyTo(characters);
        written = found.Length;
        return 0;
    }

    private static int DecodeNumber(ReadOnlySpan<char> text, Span<char> characters, out int written)
    {
        written = 0;
        var isHex = text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var (at, value) = (start, 0);
        for (; at < text.Length && (isHex ? char.IsAsciiHexDigit(text[at]) : char.IsAsciiDigit(text[at])); at++)
        {
            if (value <= 0x10FFFF)
                value =
                    (value * (isHex ? 16 : 10))
                    + Convert.ToInt32(text[at]) switch
                    {
                        <= '9' and var digit => digit - '0',
                        var letter => (letter | 0x20) - 'a' + 10,
                    };
        }

        if (at == start)
            return 0;
        written = Character(value).EncodeToUtf16(characters);
        return at < text.Length && text[at] == ';' ? at + 1 : at;
    }

    private static Rune Character(int value)
    {
        if (value is >= 0x80 and < 0xA0 && Windows1252[value - 0x80] is var character and not '\0')
            return new Rune(character);
        return value != 0 && Rune.IsValid(value) ? new Rune(value) : new Rune(Replacement);
    }

    private static readonly System.Buffers.SearchValues<char> AsciiLettersOrDigits = System.Buffers.SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(HtmlEntities).Assembly.GetManifestResourceStream("entities.txt")!;
        using var reader = new StreamReader(stream);
        var entities = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            entities.Add(parts[0], string.Concat(parts.Skip(1).Select(Character)));
        }

        return entities.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Character(string hex) =>
        new Rune(int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
}
