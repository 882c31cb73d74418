using AutoResolve.Words.Variants;

namespace AutoResolve.Words;

/// <summary>
/// What must stand around a word, or how it must be written, so that it is the word that is meant: "c#", "£20", "I'll", "IT".
/// </summary>
/// <param name="Before">The sign before it; none where it is 0.</param>
/// <param name="After">The signs behind it; none where it is empty.</param>
internal readonly record struct WordSigns(char Before, string After)
{
    public static readonly WordSigns None = new('\0', "");

    /// <summary>A full stop behind which the sentence goes on, or a number: "no. 5", but not "I said no."</summary>
    public const string NumberStop = ". ";

    /// <summary>
    /// As <see cref="Before"/>: what stands between thousands and hundreds, a point, a comma or a blank that does not break.
    /// </summary>
    public const char Grouped = ',';

    /// <summary>As <see cref="Before"/>: the same, or a blank.</summary>
    public const char GroupedByBlank = ' ';

    /// <summary>As <see cref="Before"/>: a point or a comma, behind which the parts of one stand: "2.5".</summary>
    public const char Fraction = '\u066B';

    /// <summary>Whether it may not end a larger number: "5 GHz" is not in "2.5 GHz", nor "five days" in "fifty-five days".</summary>
    public bool IsWholeBefore { get; init; }

    /// <summary>Whether it may not begin a larger number: "£20" is not in "£20,000".</summary>
    public bool IsWholeBehind { get; init; }

    /// <summary>
    /// Whether a blank before it may part it from its thousands, so that it is no number of its own: "200 euros" in "1 200 euros".
    /// </summary>
    public bool HasThousandsBehindBlank { get; init; }

    /// <summary>Whether no code may go on behind it: "form 10" is not in "form 10-10EZ".</summary>
    public bool EndsCode { get; init; }

    /// <summary>Whether no sign of a number below zero may stand before it: "18 degrees" is not in "-18 degrees".</summary>
    public bool IsPositive { get; init; }

    /// <summary>Whether it says which of a row, and no part of something: "third request" is not in "one third requested".</summary>
    public bool IsOrdinal { get; init; }

    /// <summary>Whether only blanks may stand between it and the word before.</summary>
    public bool IsBehindWord { get; init; }

    /// <summary>Whether only blanks or a hyphen may stand between it and the word before: "user name", but not "user: name".</summary>
    public bool IsJoined { get; init; }

    /// <summary>Whether it may not be in capitals among words that are not: "im" is not "IM".</summary>
    public bool IsSmall { get; init; }

    /// <summary>Whether an apostrophe must be in it: "I'll" is not "ill".</summary>
    public bool HasApostrophe { get; init; }

    /// <summary>Whether none may be in it: "ill" is not "I'll".</summary>
    public bool HasNoApostrophe { get; init; }

    /// <summary>How many of its first letters must be capitals: "IT" is not "it", "March" is not "march".</summary>
    public int Capitals { get; init; }

    /// <summary>Whether any sign must stand before or behind it.</summary>
    public bool HasSigns => Before != '\0' || After.Length > 0;

    /// <summary>Whether other forms of the word may have them: they only say that it is whole, or which of two words it is.</summary>
    public bool AllowForms =>
        this with
        {
            IsWholeBefore = false,
            IsWholeBehind = false,
            HasThousandsBehindBlank = false,
            EndsCode = false,
            IsPositive = false,
            IsOrdinal = false,
            HasNoApostrophe = false,
            IsJoined = false,
            IsSmall = false,
        } == None;

    /// <summary>How long the sign before a word is, with the blanks between, where it is there.</summary>
    /// <param name="before">What stands before the word.</param>
    public int LengthBefore(ReadOnlySpan<char> before)
    {
        if (Before is Grouped or GroupedByBlank or Fraction)
            return 0;
        var signs = before.TrimEnd(Blanks);
        return Before != '\0' && signs is [.., var last] && (last == Before || (last == '−' && Before == '-'))
            ? before.Length - signs.Length + 1
            : 0;
    }

    /// <summary>How long the signs behind a word are, with the blanks between, where they are there.</summary>
    /// <param name="behind">What stands behind the word.</param>
    public int LengthBehind(ReadOnlySpan<char> behind)
    {
        var signs = behind.TrimStart(Blanks);
        return After.Length > 0 && signs.StartsWith(After.TrimEnd(), StringComparison.Ordinal)
            ? behind.Length - signs.Length + After.TrimEnd().Length
            : 0;
    }

    /// <summary>A word with them.</summary>
    public string With(string word) =>
        (
            Before switch
            {
                '\0' or GroupedByBlank => "",
                Fraction => ".",
                _ => Before.ToString(),
            }
        )
        + string.Concat(
            word.AsSpan(0, Math.Min(word.Length, Capitals)).ToString().ToUpperInvariant(),
            word.AsSpan(Math.Min(word.Length, Capitals))
        )
        + After.TrimEnd();

    /// <summary>Whether they are there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word begins in it.</param>
    /// <param name="end">Where it ends.</param>
    public bool StandAt(ReadOnlySpan<char> text, int start, int end) =>
        IsBefore(text[..start], text[start..end], text[end..])
        && IsAfter(text[..start], text[end..])
        && !(IsWholeBefore && (text[..start] is [.., >= '0' and <= '9', '.' or ','] || IsBehindTens(text[..start])))
        && !(IsWholeBehind && (NumberSigns.GoesOn(text[end..]) || IsBeforeOnes(text[start..end], text[end..])))
        && !(IsWholeBefore && NumberSigns.IsGroup(text[..start], end - start, HasThousandsBehindBlank))
        && !(EndsCode && NumberSigns.GoesOnAsCode(text[end..]))
        && !(IsPositive && (NumberSigns.IsBelowZero(text[..start], text) || NumberSigns.IsSaidBelowZero(text[..start])))
        && !(IsOrdinal && text[..start] is [.. var one, ' ' or '-'] && Numerals.IsOne(LastWord(one)))
        && (!IsJoined || text[..start].TrimEnd(BlankOrHyphen) is [.., var joined] && char.IsLetterOrDigit(joined))
        && !(IsSmall && IsShouted(text, start, end))
        && (!IsBehindWord || text[..start].TrimEnd() is [.., var last] && char.IsLetterOrDigit(last))
        && (!HasApostrophe || text[start..end].ContainsAny(Apostrophes))
        && (!HasNoApostrophe || !text[start..end].ContainsAny(Apostrophes))
        && (Capitals == 0 || (IsCapital(text[start..end]) && !IsAmongCapitals(text[..start], text[end..])));

    private bool IsCapital(ReadOnlySpan<char> word) => !word[..Math.Min(word.Length, Capitals)].ContainsAnyInRange('a', 'z');

    private bool IsBefore(ReadOnlySpan<char> text, ReadOnlySpan<char> word, ReadOnlySpan<char> behind) =>
        Before switch
        {
            '\0' => true,
            '-' => text is [.., '-' or '−'] && !(text.Length > 1 && char.IsLetterOrDigit(text[^2])),
            Grouped => text is [.., >= '0' and <= '9', ',' or '.' or '\u00a0' or '\u202f'],
            GroupedByBlank => text is [.., >= '0' and <= '9', ',' or '.' or '\u00a0' or '\u202f' or ' '],
            Fraction => text is [.., >= '0' and <= '9', ',' or '.'],
            '.' => text is [.. var before, '.'] && (before is not [.., var last] || !char.IsLetterOrDigit(last) || IsName(before, word)),
            '/' => text is [.., '/'] && behind is not ['/', >= '0' and <= '9', ..],
            _ => text.TrimEnd(Blanks) is [.., var last] && last == Before,
        };

    // "ASP.NET", but not "example.net".
    private static bool IsName(ReadOnlySpan<char> before, ReadOnlySpan<char> word) =>
        !word.ContainsAnyInRange('a', 'z') && LastWord(before) is { Length: > 0 } name && !name.ContainsAnyInRange('a', 'z');

    // "24/7" is not in "24/7/2025", nor "A+" in "a + b" or "a+b", nor "c+" in "c++".
    private bool IsAfter(ReadOnlySpan<char> before, ReadOnlySpan<char> text) =>
        After switch
        {
            "" => true,
            "." => text is ['.', ..] || GoesOnAsNumber(text),
            NumberStop => text is ['.', .. var rest] ? GoesOn(rest) : GoesOnAsNumber(text),
            "/" => text is ['/', ..] && before is not [.., >= '0' and <= '9', '/'],
            "+" => text is ['+', ..] && !(text.Length > 1 && (char.IsLetterOrDigit(text[1]) || text[1] == '+')),
            _ => text.TrimStart(Blanks).StartsWith(After, StringComparison.Ordinal),
        };

    private static bool GoesOn(ReadOnlySpan<char> text) =>
        text.TrimStart() is [var next, ..] && (char.IsLower(next) || char.IsAsciiDigit(next));

    private static bool GoesOnAsNumber(ReadOnlySpan<char> text) =>
        text is [' ', ..] && text.TrimStart(' ').TrimStart('#') is [>= '0' and <= '9', ..];

    /// <summary>Whether a number in words goes on with what follows: "twenty-".</summary>
    public static bool IsBehindTens(ReadOnlySpan<char> text) => text is [.. var before, '-' or ' '] && Numerals.IsTens(LastWord(before));

    /// <summary>Whether a number in words goes on: "twenty" in "twenty-four".</summary>
    public static bool IsBeforeOnes(ReadOnlySpan<char> word, ReadOnlySpan<char> behind) =>
        behind is ['-' or ' ', .. var next] && Numerals.IsTens(word) && Numerals.IsOne(FirstWord(next));

    /// <summary>The letters at the end of a text.</summary>
    public static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
            start--;
        return text[start..];
    }

    // Among words in capitals a word in capitals says nothing.
    private static bool IsShouted(ReadOnlySpan<char> text, int start, int end) =>
        !text[start..end].ContainsAnyInRange('a', 'z')
        && (
            LastWord(text[..start].TrimEnd(' ')).ContainsAnyInRange('a', 'z')
            || FirstWord(text[end..].TrimStart(' ')).ContainsAnyInRange('a', 'z')
        );

    // Where the words beside it are in capitals as well, capitals tell nothing: "IT IS BROKEN".
    private static bool IsAmongCapitals(ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        before = before[Math.Max(0, before.Length - Beside)..];
        behind = behind[..Math.Min(behind.Length, Beside)];
        before = before[(before.LastIndexOfAny(Ends) + 1)..];
        behind = behind.IndexOfAny(Ends) is var end and >= 0 ? behind[..end] : behind;
        var (isBefore, isBehind) = (IsInCapitals(LastWord(before.TrimEnd(' '))), IsInCapitals(FirstWord(behind.TrimStart(' '))));
        if (isBefore && isBehind)
            return true;
        return !before.ContainsAnyInRange('a', 'z') && !behind.ContainsAnyInRange('a', 'z') && (HasCapitals(before) || HasCapitals(behind));
    }

    // "I" and "A" are capitals in any text.
    private static bool IsInCapitals(ReadOnlySpan<char> word) => word.Length > 1 && !word.ContainsAnyInRange('a', 'z');

    private static bool HasCapitals(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (char.IsAsciiLetterUpper(text[at]) && char.IsAsciiLetterUpper(text[at - 1]))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        return text[..end];
    }

    private const int Beside = 40;
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(".!?;\r\n");

    /// <summary>What may stand between a number and its sign.</summary>
    public const string Blanks = " \u00a0\u202f\t";

    private const string BlankOrHyphen = " \u00a0\t\r\n-\u2010\u2011\u2013";

    private static readonly System.Buffers.SearchValues<char> Apostrophes = System.Buffers.SearchValues.Create(
        "'`\u2019\u2018\u201B\u02BC\u02BB\u02B9\u00B4\u2032\uFF07\u055A"
    );
}
