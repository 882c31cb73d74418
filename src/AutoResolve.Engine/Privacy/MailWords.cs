using System.Collections.Frozen;

namespace AutoResolve.Privacy;

/// <summary>The words in addresses of mail that are written around.</summary>
internal static class MailWords
{
    private const int MaxWordLength = 6;
    private const int MaxBlanks = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = SetOf(
        "com net org edu gov mil info biz us me io co uk ca mx es de fr eu au pr example test invalid"
    );

    // With a blank before them they are no words of another sentence.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainEndings = SetOf("com net org edu gov");

    // Whose addresses are people's.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Providers = SetOf(
        "gmail googlemail yahoo ymail hotmail outlook live msn icloud aol comcast verizon att sbcglobal bellsouth charter cox proton "
            + "protonmail gmx"
    );

    // What is looked at, signed in to and available at a site is nobody's address.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nobodies = SetOf(
        "in up on out off it is am are was were be been look looking looked available account accounts page site website portal email mail "
            + "address inbox work works here there online me us you and or now me not help support found listed posted located start form "
            + "log login sign back over get go going also only one just letter letters application status information info apply applied"
    );

    public static IReadOnlyList<string> Ats { get; } = ["at", "arroba"];

    private static readonly string[] Dots = ["dot", "punto", "point", "period"];

    /// <summary>Whether addresses end so.</summary>
    public static bool IsEnding(ReadOnlySpan<char> label) => Endings.Contains(label);

    public static bool IsProvider(ReadOnlySpan<char> label) => Providers.Contains(label);

    public static bool IsNobody(ReadOnlySpan<char> local) => Nobodies.Contains(local);

    /// <returns>The length of the word where the text begins with it; else 0.</returns>
    public static int LengthOfAt(ReadOnlySpan<char> text) => LengthOf(text, Ats);

    /// <summary>Measures what separates two labels.</summary>
    /// <param name="text">Begins behind the first.</param>
    /// <param name="isWord">Whether it is a word.</param>
    /// <returns>Its length with what stands around it; 0 where there is none.</returns>
    public static int LengthOfDot(ReadOnlySpan<char> text, out bool isWord)
    {
        isWord = false;
        if (text.Length < 2)
            return 0;
        var start = Blanks(text);
        var isMarked = start < text.Length && text[start] is '(' or '[' or '{' or '<' or '_' or '-' or '*';
        if (isMarked)
            start++;
        if (start >= text.Length)
            return 0;
        var length = text[start] == '.' ? 1 : LengthOf(text[start..], Dots);
        if (length == 0)
            return start == 0 && text[0] == ',' && IsPlainEnding(text[1..]) ? 1 : 0;
        isWord = length > 1 || isMarked;
        var end = start + length;
        if (isMarked)
        {
            if (end >= text.Length || text[end] is not (')' or ']' or '}' or '>' or '_' or '-' or '*'))
                return 0;
            end++;
        }
        else if (isWord && !text[..start].ContainsAny(' ', '\t'))
        {
            return 0;
        }

        var behind = Blanks(text[end..]);
        var (hasBefore, hasBehind) = (text[..start].ContainsAny(' ', '\t'), text.Slice(end, behind).ContainsAny(' ', '\t'));
        if (isWord)
            return isMarked || hasBehind ? end + behind : 0;

        // "at the office. Come": a dot with a blank on one side ends a sentence.
        return hasBefore == hasBehind || IsPlainEnding(text[(end + behind)..]) ? end + behind : 0;
    }

    /// <returns>The length of a word for a dot at the end, with what stands around it; 0 where there is none.</returns>
    public static int DotBefore(ReadOnlySpan<char> text)
    {
        for (var length = 3; length <= MaxWordLength + 4 && length < text.Length; length++)
        {
            if (
                !char.IsLetterOrDigit(text[^length])
                && LengthOfDot(text[^length..], out var isWord) == length
                && isWord
                && char.IsLetterOrDigit(text[^(length + 1)])
            )
                return length;
        }

        return 0;
    }

    private static bool IsPlainEnding(ReadOnlySpan<char> text) =>
        text.Length >= 3 && PlainEndings.Contains(text[..3]) && (text.Length == 3 || !char.IsLetterOrDigit(text[3]));

    private static int Blanks(ReadOnlySpan<char> text)
    {
        var (length, seen) = (0, 0);
        while (length < text.Length && seen < MaxBlanks && text[length] is ' ' or '\t' or NormalizedText.Invisible)
            seen += text[length++] == NormalizedText.Invisible ? 0 : 1;
        return length;
    }

    private static int LengthOf(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (
                text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]))
            )
                return word.Length;
        }

        return 0;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SetOf(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
