using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace AutoResolve.Words;

/// <summary>Tells where a sentence ends. No phrase runs on over its end unless its author says so.</summary>
/// <remarks>
/// A full stop ends it where a blank follows, but for abbreviations, single letters and numbers, and where only the blank was forgotten; so
/// do question and exclamation marks, dots in a row, an emoji or emoticon, a bullet or bar, an empty line, a page or a part of HTML such as
/// a cell, the next item of a list, a line with a label ("Fee: none"), and what only pauses, a comma, a semicolon, a dash with blanks or a
/// bracket around a few words: no phrase is meant across one ("a check, box and all"). A colon and a line that was wrapped do not:
/// "error code: 7".
/// </remarks>
internal static class SentenceEnds
{
    /// <summary>Ends a part of a text: a page, and of HTML a paragraph, an item, a cell, a heading.</summary>
    public const char OfPart = '\f';

    private const int LongestAbbreviation = 8;
    private const int LongestBracketed = 60;

    // "Error (code 105)" goes on, "late (fee was paid)" does not.
    private const int FewestBracketed = 3;

    private static readonly SearchValues<char> Faces = SearchValues.Create("()[]|/\\<>3*");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = """
        acct addr adm appt approx apr apt assn assoc attn aug ave bldg blvd capt cmdr co col corp cpl cpt ctr dec dept det dist div dr dra
        ed est etc ext feb fig fri ft gen gov govt hon hr hrs inc incl inst int jan jr jul jun lt ltd maj mar max med mfg mgr min misc mon
        mr mrs ms msg mt mtg nov nr num oct org oz pg ph phd pkg pl pp pres prof pt pvt qty rd ref rep rev rm rx sat sep sept sgt sr sra
        srta sq st ste sun supt tel temp thu thur thurs tue tues univ vol vs wed wk wt yr yrs bzw ca evtl ggf inkl usw vgl zb str
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Domains = """
        app biz ca co com de edu es eu fr gov html io info js me mil net org pdf uk us
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 '"
    );

    /// <summary>A text as people are shown it, without <see cref="OfPart"/>.</summary>
    public static string WithoutParts(string text) => text.Replace("\f", "", StringComparison.Ordinal);

    /// <summary>Whether a text has anything that may end a sentence.</summary>
    public static bool MayEnd(ReadOnlySpan<char> text) => text.ContainsAnyExcept(Plain);

    /// <summary>Whether a sentence ends between two words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the first word begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="next">Where the second word begins.</param>
    public static bool IsBetween(ReadOnlySpan<char> text, int start, int end, int next)
    {
        var lines = 0;
        for (var at = end; at < next; at++)
        {
            switch (text[at])
            {
                case OfPart or '?' or '!' or '。' or '？' or '！' or '؟' or '।' or '¿' or '¡' or '…' or '•' or '|':
                case '\n' when ++lines > 1 || BeginsAnew(text[(at + 1)..]):
                case '.' when at + 1 < next && text[at + 1] == '.':
                case '.' when IsFullStop(text, at) && !(at == end && IsShort(text[start..end], text[next])):
                case '.' when at == end && next == at + 1 && LacksBlank(text, start, at):
                case ',' or ';' when IsPause(text, at, next):
                case '-' or '–' or '—' when IsDash(text, at, next):
                case ':' or ';' when IsEmoticon(text, at, next):
                case '(' or '[' when HoldsWords(text[(at + 1)..]):
                case ')' or ']' when HeldWords(text[..at]):
                case >= '\u2600' when IsPicture(text, at):
                    return true;
            }
        }

        return false;
    }

    private static bool IsFullStop(ReadOnlySpan<char> text, int at) => IsBlank(text, at + 1);

    private static bool IsBlank(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsWhiteSpace(text[at]);

    private static bool BeginsAnew(ReadOnlySpan<char> behind)
    {
        var line = LineEnds.FirstLine(behind.TrimStart(" \t"));
        return WrappedLines.IsItem(line) || WrappedLines.IsLabelled(line);
    }

    // "Late - fee was paid" and "late—fee", but neither "wi-fi" nor "error - 105".
    private static bool IsDash(ReadOnlySpan<char> text, int at, int next) =>
        !char.IsAsciiDigit(text[next])
        && (text[at] == '—' || (IsBlank(text, at - 1) && IsBlank(text, at + 1)) || (text[at] == '-' && text[at + 1] == '-'));

    // ":(", ":-)".
    private static bool IsEmoticon(ReadOnlySpan<char> text, int at, int next)
    {
        var mouth = text[at + 1] == '-' ? at + 2 : at + 1;
        return mouth < next && Faces.Contains(text[mouth]) && IsBlank(text, at - 1) && (mouth + 1 == next || IsBlank(text, mouth + 1));
    }

    private static bool HoldsWords(ReadOnlySpan<char> behind)
    {
        var end = behind[..Math.Min(behind.Length, LongestBracketed)].IndexOfAny(')', ']');
        return end < 0 || CountWords(behind[..end]) >= FewestBracketed;
    }

    private static bool HeldWords(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - LongestBracketed)..];
        return before.LastIndexOfAny('(', '[') is var start and >= 0 && CountWords(before[(start + 1)..]) >= FewestBracketed;
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsLetterOrDigit(text[at]) && (at == 0 || char.IsWhiteSpace(text[at - 1])))
                words++;
        }

        return words;
    }

    // Emojis and dingbats; no letter of any script.
    private static bool IsPicture(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at])
            ? Rune.DecodeFromUtf16(text[at..], out var rune, out _) == OperationStatus.Done
                && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol
            : text[at] <= '\u27BF' && char.GetUnicodeCategory(text[at]) == UnicodeCategory.OtherSymbol;

    // "A check, box and all", but not "1,000" nor "May 5, 2026".
    private static bool IsPause(ReadOnlySpan<char> text, int at, int next) =>
        at + 1 < text.Length
        && char.IsWhiteSpace(text[at + 1])
        && !(char.IsAsciiDigit(text[next]) && at > 0 && char.IsAsciiDigit(text[at - 1]));

    // "It's not.Working", but not "web.de", "ASP.Net", "e.g.Sign" nor "City.Gov".
    private static bool LacksBlank(ReadOnlySpan<char> text, int start, int at)
    {
        var behind = text[(at + 1)..];
        var length = 0;
        while (length < behind.Length && char.IsLetter(behind[length]))
            length++;
        return length > 1
            && at - start > 1
            && char.IsUpper(behind[0])
            && char.IsLower(behind[1])
            && char.IsLower(text[at - 1])
            && !Domains.Contains(behind[..length])
            && !Abbreviations.Contains(text[start..at]);
    }

    // "No. 5", but not "no. Working".
    private static bool IsShort(ReadOnlySpan<char> word, char next) =>
        word.Length == 1
        || (char.IsAsciiDigit(next) && word.Equals("no", StringComparison.OrdinalIgnoreCase))
        || char.IsAsciiDigit(word[^1])
        || (word.Length <= LongestAbbreviation && Abbreviations.Contains(word));
}
