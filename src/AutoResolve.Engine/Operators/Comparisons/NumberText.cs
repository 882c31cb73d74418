using System.Globalization;

namespace AutoResolve.Operators.Comparisons;

/// <summary>Numbers as people and programs write them: 1200, 1,200.50, $1,200, € 1.200,50, 1 200 USD, -3.</summary>
internal static class NumberText
{
    private const int Group = 3;

    /// <returns>False where it is no number, or can be read as two: of € 1.200 nobody can tell whether that is a thousand more.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal number)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            return true;
        var rest = WithoutCurrency(text.Trim(), out var isMoney);
        var isNegative = rest is ['-' or '\u2212', ..];
        if (isNegative || rest is ['+', ..])
            rest = WithoutCurrency(rest[1..].TrimStart(), out var isMoneyBehind, isMoney);
        Span<char> plain = stackalloc char[32];
        if (rest.Length is 0 or > 32 || Plain(rest, isMoney, plain) is not { } length)
            return false;
        if (!decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
            return false;
        number = isNegative ? -number : number;
        return true;
    }

    private static ReadOnlySpan<char> WithoutCurrency(ReadOnlySpan<char> text, out bool isMoney, bool wasMoney = false)
    {
        isMoney = wasMoney;
        var start = CurrencyAt(text, atEnd: false);
        var end = start == 0 ? CurrencyAt(text, atEnd: true) : 0;
        isMoney |= start + end > 0;
        return text[start..^end].Trim();
    }

    // A sign, or a code of ISO 4217, such as USD.
    private static int CurrencyAt(ReadOnlySpan<char> text, bool atEnd)
    {
        if (text.IsEmpty)
            return 0;
        if (char.GetUnicodeCategory(atEnd ? text[^1] : text[0]) == UnicodeCategory.CurrencySymbol)
            return 1;
        if (text.Length <= Group)
            return 0;
        var code = atEnd ? text[^Group..] : text[..Group];
        var next = atEnd ? text[^(Group + 1)] : text[Group];
        return code.ContainsAnyExceptInRange('A', 'Z') || char.IsLetter(next) ? 0 : Group;
    }

    // The digits with a point before the fraction; null where it is none.
    private static int? Plain(ReadOnlySpan<char> text, bool isMoney, Span<char> plain)
    {
        var mark = DecimalMark(text, isMoney, out var isCertain);
        if (!isCertain)
            return null;
        var whole = mark < 0 ? text : text[..mark];
        var fraction = mark < 0 ? default : text[(mark + 1)..];
        if (fraction.ContainsAnyExceptInRange('0', '9') || (mark >= 0 && fraction.IsEmpty))
            return null;
        var (length, inGroup, separator) = (0, 0, '\0');
        foreach (var letter in whole)
        {
            if (char.IsAsciiDigit(letter))
            {
                plain[length++] = letter;
                inGroup++;
                continue;
            }

            // Each group but the first has three digits, and one mark stands between all.
            var mayBe = letter is ',' or '.' or '\'' or '’' or ' ' or '\u00A0' or '\u202F';
            if (!mayBe || inGroup == 0 || inGroup > Group || (separator != '\0' && (letter != separator || inGroup != Group)))
                return null;
            (separator, inGroup) = (letter, 0);
        }

        if (length == 0 || (separator != '\0' && inGroup != Group))
            return null;
        if (mark < 0)
            return length;
        plain[length++] = '.';
        fraction.CopyTo(plain[length..]);
        return length + fraction.Length;
    }

    // Of a comma and a point the last is that of the fraction. One that stands alone before three digits is of thousands as a comma; as a
    // point it is plain, which was read before, or of money, and then nobody can tell.
    private static int DecimalMark(ReadOnlySpan<char> text, bool isMoney, out bool isCertain)
    {
        isCertain = true;
        var (comma, point) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        if (comma >= 0 && point >= 0)
            return Math.Max(comma, point);
        var mark = Math.Max(comma, point);
        if (mark < 0)
            return -1;
        if (text.Count(text[mark]) > 1)
            return -1;
        if (text.Length - mark - 1 != Group || text[..mark] is "0")
            return mark;
        isCertain = comma >= 0 || !isMoney;
        return comma >= 0 ? -1 : mark;
    }
}
