using System.Collections.Frozen;

namespace AutoResolve.Privacy;

/// <summary>Finds names behind the words that introduce them, and before those that claim them.</summary>
internal sealed class NameFinder
{
    private const int MaxWords = 4;
    private const int MaxBlanks = 3;
    private const int MinUserName = 5;
    private const int MaxUserName = 64;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _noNames;

    public NameFinder(RedactionProfile profile) =>
        _noNames = FrozenSet
            .ToFrozenSet(NameWords.NoNames.Concat(profile.NotNames), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="plain">The text.</param>
    /// <param name="words">The known words in it.</param>
    /// <param name="findings">Made where there is a name.</param>
    public void Find(ReadOnlySpan<char> plain, ReadOnlySpan<PhraseHit> words, ref List<SensitiveSpan>? findings)
    {
        foreach (var word in words)
        {
            if (word.Kind < WordKind.Introduction)
                continue;
            var before = plain[..word.Start];
            var behind = plain[word.End..];
            var from = word.Kind < WordKind.SpokenBehind ? word.End : 0;
            var (start, end) = word.Kind switch
            {
                WordKind.Introduction => Introduced(behind),
                WordKind.Speaker => Speaking(behind),
                WordKind.Closing => Closing(behind),
                WordKind.Title => Titled(behind),
                WordKind.Person => Called(behind),
                WordKind.User => UserName(behind, isNamed: false),
                WordKind.UserName => UserName(behind, isNamed: true),
                WordKind.SpokenBehind => Spoken(before, behind),
                WordKind.ClaimedBehind => Claimed(before),
                _ => Described(before),
            };
            if (end > 0)
                (findings ??= []).Add(new SensitiveSpan(from + start, from + end, Placeholder.Name));
        }
    }

    // "my name is jane doe and I cannot": people write their own names small.
    private (int Start, int End) Introduced(ReadOnlySpan<char> text) =>
        Words(text, " :'\"", needsCapital: false, most: MaxWords) is { Count: > 0 } words ? (words.Start, words.End) : default;

    private (int Start, int End) Titled(ReadOnlySpan<char> text) =>
        Words(text, " .", needsCapital: true, most: MaxWords) is { Count: > 0 } words ? (words.Start, words.End) : default;

    private (int Start, int End) Called(ReadOnlySpan<char> text) =>
        Words(text, " ,:'\"", needsCapital: true, most: MaxWords) is { Count: > 0 } words ? (words.Start, words.End) : default;

    private (int Start, int End) Speaking(ReadOnlySpan<char> text)
    {
        var words = Words(text, " ", needsCapital: true, most: MaxWords);
        if (words.Count == 0 || IsShouted(text[words.Start..words.End]))
            return default;
        var rest = text[words.End..];
        return
            words.Count > 1
            || rest.IsEmpty
            || rest[0] is ',' or '.' or ';'
            || rest.StartsWith(" and ", StringComparison.Ordinal)
            || rest.StartsWith(" from ", StringComparison.Ordinal)
            || rest.StartsWith(" calling", StringComparison.Ordinal)
            ? (words.Start, words.End)
            : default;
    }

    private (int Start, int End) Closing(ReadOnlySpan<char> text)
    {
        var words = Words(text, " ,.!-\n\r\t", needsCapital: true, most: 3);
        if (words.Count == 0)
            return default;

        // A name ends the letter, or its line.
        var rest = text[words.End..].TrimStart(" .,");
        return rest.IsEmpty || rest[0] is '\n' or '\r' ? (words.Start, words.End) : default;
    }

    private static bool IsShouted(ReadOnlySpan<char> words) => words.Length > 2 && !words.ContainsAnyInRange('a', 'z');

    private (int Start, int End, int Count) Words(ReadOnlySpan<char> text, string between, bool needsCapital, int most)
    {
        var place = 0;
        for (var signs = 0; place < text.Length; place++)
        {
            if (text[place] != NormalizedText.Invisible && (++signs > 8 || !between.Contains(text[place], StringComparison.Ordinal)))
                break;
        }

        var (start, end, count) = (place, place, 0);
        while (count < most)
        {
            var length = 0;
            while (
                place + length < text.Length
                && (char.IsLetter(text[place + length]) || (length > 0 && text[place + length] is '\'' or '-' or NormalizedText.Invisible))
            )
                length++;
            var word = text.Slice(place, length);
            if (length == 0 || _noNames.Contains(word) || (needsCapital && !char.IsUpper(word[0])))
                break;
            end = place + length;
            count++;
            place = end;

            // An initial has its dot.
            if (length == 1 && place < text.Length && text[place] == '.')
                end = ++place;
            var blanks = Blanks(text[place..]);
            if (blanks == 0)
                break;
            place += blanks;
        }

        return (start, end, count);
    }

    // "it is Jane Doe speaking": how "English speaking people" begins is none.
    private (int Start, int End) Spoken(ReadOnlySpan<char> text, ReadOnlySpan<char> rest)
    {
        var before = WordsBefore(text, needsCapital: false);
        var lead = text[..before.Start].TrimEnd(" \t\u200B");
        if (before.Count > 0 && (EndsWithWord(lead, "it is") || EndsWithWord(lead, "this is") || EndsWithWord(lead, "it's")))
            return (before.Start, before.End);
        before = WordsBefore(text, needsCapital: true);
        var isEnd = rest.TrimStart(' ') is not [var next, ..] || !char.IsLetter(next);
        return before.Count > 1 && !IsShouted(text[before.Start..before.End]) && (isEnd || IsBeginning(text[..before.Start]))
            ? (before.Start, before.End)
            : default;
    }

    // "jane doe is my name": people write their own names small.
    private (int Start, int End) Claimed(ReadOnlySpan<char> text)
    {
        var before = WordsBefore(text, needsCapital: true);
        if (before.Count == 0)
            before = WordsBefore(text, needsCapital: false);
        return before.Count > 0 ? (before.Start, before.End) : default;
    }

    // "Jane Doe, my wife", "Jane Doe (spouse)".
    private (int Start, int End) Described(ReadOnlySpan<char> text)
    {
        var lead = text.TrimEnd(' ');
        foreach (var word in (ReadOnlySpan<string>)["my", "the", "our", "mi"])
        {
            if (EndsWithWord(lead, word))
                lead = lead[..^word.Length].TrimEnd(' ');
        }

        if (lead.IsEmpty || lead[^1] is not (',' or '('))
            return default;
        var before = WordsBefore(lead[..^1], needsCapital: true);
        return before.Count > 1 && !IsShouted(text[before.Start..before.End]) ? (before.Start, before.End) : default;
    }

    // "user jane.doe", "username: jdoe1"; a site and a file are none.
    private static (int Start, int End) UserName(ReadOnlySpan<char> text, bool isNamed)
    {
        var start = text.IndexOfAnyExcept(" :='\"");
        if (start is < 1 or > 4)
            return default;
        var end = start;
        while (end < text.Length && end - start <= MaxUserName && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '_' or '-'))
            end++;
        while (end > start && text[end - 1] is '.' or '-' or '_')
            end--;
        var name = text[start..end];
        if (name.Length is < MinUserName or > MaxUserName || !char.IsLetter(name[0]))
            return default;
        var sign = name.LastIndexOfAny('.', '_');
        var isOne =
            sign < 0
                ? isNamed && name.ContainsAnyInRange('0', '9')
                : !char.IsUpper(name[sign + 1]) && !MailWords.IsEnding(name[(sign + 1)..]) && !NameWords.IsFile(name[(sign + 1)..]);
        return isOne ? (start, end) : default;
    }

    private (int Start, int End, int Count) WordsBefore(ReadOnlySpan<char> text, bool needsCapital)
    {
        var end = text.Length - BlanksBefore(text);
        var (start, count) = (end, 0);
        for (var place = end; count < MaxWords; )
        {
            var first = place;
            while (
                first > 0
                && (char.IsLetter(text[first - 1]) || (first < place && text[first - 1] is '\'' or '-' or NormalizedText.Invisible))
            )
                first--;
            while (first < place && text[first] == NormalizedText.Invisible)
                first++;
            var word = text[first..place];
            if (word.IsEmpty || !char.IsLetter(word[0]) || _noNames.Contains(word) || (needsCapital && !char.IsUpper(word[0])))
                break;
            (start, count) = (first, count + 1);
            var blanks = BlanksBefore(text[..first]);
            if (blanks == 0)
                break;
            place = first - blanks;

            // An initial has its dot.
            if (place > 1 && text[place - 1] == '.' && char.IsUpper(text[place - 2]) && (place == 2 || !char.IsLetter(text[place - 3])))
                place--;
        }

        return (start, end, count);
    }

    private static bool IsBeginning(ReadOnlySpan<char> text) => text.TrimEnd(' ') is [] or [.., '.' or '!' or '?' or '\n' or '\r'];

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]));

    private static int Blanks(ReadOnlySpan<char> text)
    {
        var (length, blanks) = (0, 0);
        while (length < text.Length && blanks <= MaxBlanks && text[length] is ' ' or '\t' or NormalizedText.Invisible)
            blanks += text[length++] == NormalizedText.Invisible ? 0 : 1;
        return blanks is 0 or > MaxBlanks ? 0 : length;
    }

    private static int BlanksBefore(ReadOnlySpan<char> text)
    {
        var (length, blanks) = (0, 0);
        while (length < text.Length && blanks <= MaxBlanks && text[^(length + 1)] is ' ' or '\t' or NormalizedText.Invisible)
            blanks += text[^++length] == NormalizedText.Invisible ? 0 : 1;
        return blanks is 0 or > MaxBlanks ? 0 : length;
    }
}
