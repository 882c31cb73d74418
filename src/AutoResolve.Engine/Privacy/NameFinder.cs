using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace AutoResolve.Privacy;

/// <summary>Finds names behind the words that introduce them.</summary>
internal sealed class NameFinder
{
    private const int MaxWords = 4;

    // The words behind these are a name, however they are written.
    private static readonly string[] Introductions =
    [
        "name is",
        "names is",
        "name's",
        "name:",
        "i am called",
        "me llamo",
        "mi nombre es",
        "nombre:",
        "known as",
    ];

    // The words behind these are a name where they are written like one. Titles may have a dot.
    private static readonly string[] Titles =
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sgt",
        "ssgt",
        "cpt",
        "capt",
        "maj",
        "ltc",
        "col",
        "cpl",
        "pfc",
        "sr",
        "sra",
        "srta",
    ];

    private static readonly string[] People =
    [
        "caller",
        "claimant",
        "beneficiary",
        "spouse",
        "wife",
        "husband",
        "widow",
        "widower",
        "son",
        "daughter",
        "mother",
        "father",
        "brother",
        "sister",
        "mom",
        "dad",
        "esposo",
        "esposa",
        "hijo",
        "hija",
        "madre",
        "padre",
        "attn",
        "signed",
        "firmado",
        "named",
    ];

    // Likewise, but other words often begin a sentence there: a name has two words, or the speaker goes on.
    private static readonly string[] Speakers = ["this is", "i am", "i'm", "im", "soy"];

    // At the end of a letter.
    private static readonly string[] Closings =
    [
        "sincerely",
        "regards",
        "respectfully",
        "thanks",
        "thank you",
        "cheers",
        "atentamente",
        "saludos",
        "gracias",
    ];

    // What begins with a capital there and is no name.
    private static readonly string[] NoNames =
    [
        "a",
        "an",
        "the",
        "my",
        "your",
        "his",
        "her",
        "our",
        "their",
        "its",
        "it",
        "i",
        "you",
        "he",
        "she",
        "we",
        "they",
        "me",
        "and",
        "or",
        "but",
        "so",
        "if",
        "when",
        "while",
        "since",
        "because",
        "as",
        "at",
        "in",
        "on",
        "for",
        "to",
        "of",
        "from",
        "by",
        "with",
        "about",
        "not",
        "no",
        "never",
        "still",
        "now",
        "just",
        "also",
        "only",
        "very",
        "too",
        "again",
        "always",
        "all",
        "what",
        "why",
        "how",
        "where",
        "who",
        "that",
        "this",
        "these",
        "those",
        "there",
        "here",
        "is",
        "was",
        "were",
        "are",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "can",
        "cannot",
        "can't",
        "could",
        "does",
        "did",
        "do",
        "don't",
        "will",
        "would",
        "should",
        "getting",
        "trying",
        "unable",
        "able",
        "having",
        "using",
        "going",
        "calling",
        "looking",
        "waiting",
        "asking",
        "writing",
        "missing",
        "wrong",
        "incorrect",
        "misspelled",
        "spelled",
        "showing",
        "listed",
        "different",
        "correct",
        "right",
        "blank",
        "changed",
        "updated",
        "required",
        "and/or",
        "sure",
        "sorry",
        "happy",
        "frustrated",
        "urgent",
        "error",
        "benefits",
        "benefit",
        "id",
        "identification",
        "card",
        "status",
        "service",
        "services",
        "line",
        "health",
        "center",
        "administration",
        "employment",
        "home",
        "community",
        "portal",
        "letter",
        "letters",
        "online",
        "support",
        "care",
        "office",
        "travel",
        "everything",
        "nothing",
        "nobody",
        "other",
        "disability",
        "compensation",
        "pension",
        "education",
        "united",
        "states",
        "american",
        "dependent",
        "dependents",
        "verification",
        "login",
        "google",
        "apple",
        "chrome",
        "safari",
        "windows",
        "iphone",
        "android",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "please",
        "thanks",
        "thank",
        "hello",
        "hi",
        "un",
        "una",
        "el",
        "la",
        "los",
        "las",
        "mi",
        "su",
        "de",
        "del",
        "que",
        "no",
        "y",
        "o",
        "es",
        "está",
        "en",
        "por",
        "para",
        "con",
    ];

    private readonly PhraseIndex<Reader> _cues;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _noNames;

    public NameFinder(RedactionProfile profile)
    {
        _noNames = FrozenSet
            .ToFrozenSet(NoNames.Concat(profile.NotNames), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _cues = new([
            .. Introductions.Select(cue => (cue, (Reader)Introduced)),
            .. Speakers.Select(cue => (cue, (Reader)Speaking)),
            .. Closings.Select(cue => (cue, (Reader)Closing)),
            .. Titles.Select(cue => (cue, (Reader)Titled)),
            .. People.Concat(profile.People).Select(cue => (cue, (Reader)Called)),
        ]);
    }

    private delegate (int Start, int End) Reader(ReadOnlySpan<char> text);

    /// <param name="plain">The text.</param>
    /// <param name="findings">Made where there is a name.</param>
    public void Find(ReadOnlySpan<char> plain, ref List<SensitiveSpan>? findings)
    {
        List<PhraseHit<Reader>>? cues = null;
        _cues.Find(plain, ref cues);
        foreach (var cue in CollectionsMarshal.AsSpan(cues))
        {
            var (start, end) = cue.Kind(plain[cue.End..]);
            if (end > 0)
                (findings ??= []).Add(new SensitiveSpan(cue.End + start, cue.End + end, Placeholder.Name));
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
        while (place < text.Length && place < 8 && between.Contains(text[place], StringComparison.Ordinal))
            place++;
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
            if (place >= text.Length || text[place] != ' ')
                break;
            place++;
        }

        return (start, end, count);
    }
}
