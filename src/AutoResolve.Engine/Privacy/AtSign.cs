namespace AutoResolve.Privacy;

/// <summary>How the sign in an address of mail is written.</summary>
internal enum AtKind
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>As the sign.</summary>
    Sign,

    /// <summary>As the sign with blanks or brackets around it, or as a word with signs around it.</summary>
    Marked,

    /// <summary>As a word among words.</summary>
    Word,
}

/// <summary>The sign in an address of mail, with what stands around it.</summary>
/// <param name="Start">Where what is before it ends.</param>
/// <param name="End">Where what is behind it begins.</param>
/// <param name="Kind">How it is written.</param>
internal readonly record struct AtSign(int Start, int End, AtKind Kind)
{
    private const int MaxBlanks = 4;

    /// <summary>Reads it.</summary>
    /// <param name="plain">The text.</param>
    /// <param name="place">The sign, or the character before the word.</param>
    public static AtSign Read(ReadOnlySpan<char> plain, int place)
    {
        var (start, end) = (place, place + 1);
        var kind = AtKind.Sign;
        if (plain[place] != '@')
        {
            end += MailWords.LengthOfAt(plain[end..]);
            if (end == place + 1)
                return default;
            kind = IsBlank(plain[place]) ? AtKind.Word : AtKind.Marked;
            if (kind == AtKind.Word ? end == plain.Length || !IsBlank(plain[end]) : !IsSign(plain, end++))
                return default;
        }
        else if (start > 0 && plain[start - 1] is '(' or '[' or '{' or '<' or '"' && IsSign(plain, end))
        {
            (start, end, kind) = (start - 1, end + 1, AtKind.Marked);
        }

        var (first, last) = (start, end);
        while (first > 0 && start - first < MaxBlanks && IsBlank(plain[first - 1]))
            first--;
        while (last < plain.Length && last - end < MaxBlanks && IsBlank(plain[last]))
            last++;
        if (kind == AtKind.Sign && (AreSeen(plain[first..start]) || AreSeen(plain[end..last])))
            kind = AtKind.Marked;
        return new AtSign(first, last, kind);
    }

    private static bool IsSign(ReadOnlySpan<char> plain, int place) =>
        place < plain.Length && !char.IsLetterOrDigit(plain[place]) && !IsBlank(plain[place]);

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\n' or '\r' or NormalizedText.Invisible;

    private static bool AreSeen(ReadOnlySpan<char> blanks) => blanks.ContainsAnyExcept(NormalizedText.Invisible);
}
