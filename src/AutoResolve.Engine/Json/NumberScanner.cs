namespace AutoResolve.Json;

/// <summary>Finds the end of a number as JSON knows it.</summary>
internal static class NumberScanner
{
    /// <returns>The offset after the number; null where it is not one of JSON's: <c>+1 </c>, <c>01 </c>, <c>.5 </c>, <c>1. </c>, <c>0x1F
    /// </c>, <c>NaN </c>. </returns>
    public static int? Scan(string text, int start)
    {
        var i = start;
        if (Is(text, i, '-'))
            i++;
        var whole = Digits(text, i);
        if (whole == 0 || (whole > 1 && text[i] == '0'))
            return null;
        i += whole;
        if (Is(text, i, '.'))
        {
            var fraction = Digits(text, i + 1);
            if (fraction == 0)
                return null;
            i += fraction + 1;
        }

        if (Is(text, i, 'e') || Is(text, i, 'E'))
        {
            i += Is(text, i + 1, '-') || Is(text, i + 1, '+') ? 2 : 1;
            var exponent = Digits(text, i);
            if (exponent == 0)
                return null;
            i += exponent;
        }

        return i == text.Length || !(char.IsLetterOrDigit(text[i]) || text[i] is '.' or '_' or '+' or '-') ? i : null;
    }

    private static bool Is(string text, int i, char c) => i < text.Length && text[i] == c;

    private static int Digits(string text, int i)
    {
        var end = i;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - i;
    }
}
