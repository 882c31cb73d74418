namespace AutoResolve.Languages;

/// <summary>
/// Which words of a text may be part of a name, such as that of a place: with a capital before another one ("Los Angeles"), or small
/// between
/// two ("Calle de la Rosa"). Asked from first to last.
/// </summary>
internal ref struct NameParts(ReadOnlySpan<char> text)
{
    private const int LongestSmall = 3;
    private const int MostSmall = 3;

    private readonly ReadOnlySpan<char> _text = text;
    private int _lastCapital = -1;

    public bool Has(int start, int end)
    {
        if (IsCapital(_text[start..]))
        {
            _lastCapital = end;
            return GoesOn(end);
        }

        if (end - start > LongestSmall || _lastCapital < 0 || !IsBlank(_lastCapital, start))
        {
            _lastCapital = -1;
            return false;
        }

        _lastCapital = end;
        return GoesOn(end);
    }

    // Whether a capital follows, or small words and then one.
    private readonly bool GoesOn(int end)
    {
        for (var word = 0; word <= MostSmall && end + 1 < _text.Length && _text[end] == ' '; word++)
        {
            var rest = _text[(end + 1)..];
            if (IsCapital(rest))
                return true;
            var length = 0;
            while (length <= LongestSmall && length < rest.Length && char.IsLower(rest[length]))
                length++;
            if (length is 0 or > LongestSmall)
                return false;
            end += 1 + length;
        }

        return false;
    }

    private readonly bool IsBlank(int from, int to) => to == from + 1 && _text[from] == ' ';

    private static bool IsCapital(ReadOnlySpan<char> word) => word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[1]);
}
