using System.Buffers;

namespace AutoResolve.Privacy;

/// <summary>Finds the words that say what numbers are.</summary>
internal static class ContextWords
{
    private static readonly Dictionary<ContextKind, string[]> Words = new()
    {
        [ContextKind.SocialSecurity] = ["ssn", "ss#", "ss #", "social security", "social is", "social:", "my social", "soc sec", "seguro social"],
        [ContextKind.LastFour] = ["last four", "last 4", "last4", "ending in", "ends in", "últimos cuatro"],
        [ContextKind.Birth] = ["born", "dob", "d.o.b", "birth", "birthday", "birthdate", "b-day", "bday", "nací", "nacido", "nacida", "nacimiento", "cumpleaños"],
        [ContextKind.Phone] = ["phone", "telephone", "call me", "reach me", "cell", "mobile", "tel", "text me", "contact me", "fax", "voicemail", "teléfono", "llámeme", "llamar"],
        [ContextKind.Account] =
        [
            "account", "acct", "routing", "aba", "iban", "card", "participant id", "pid", "edipi", "dod id", "file number", "file no", "file #", "vafn", "c-file", "icn", "cuenta", "tarjeta", "member id",
            "license", "passport",
        ],
        [ContextKind.Address] = ["address", "live at", "lives at", "reside", "resides", "moved to", "moved from", "located at", "dirección", "vivo en"],
        [ContextKind.Harmless] =
        [
            "ticket", "case", "incident", "claim", "confirmation", "tracking", "reference", "inquiry", "issue", "docket", "appeal", "error", "code", "status", "form", "version", "build", "chrome", "firefox",
            "safari", "edge", "ios", "android", "windows", "macos", "caso", "reclamo", "formulario",
        ],
    };

    private static readonly SearchValues<string> All = SearchValues.Create([.. Words.Values.SelectMany(words => words)], StringComparison.OrdinalIgnoreCase);

    // By their first letters, so that few are compared at a place.
    private static readonly ILookup<char, (string Word, ContextKind Kind)> ByLetter = Words
        .SelectMany(kind => kind.Value.Select(word => (Word: word, Kind: kind.Key)))
        .ToLookup(one => char.ToUpperInvariant(one.Word[0]));

    public static void Find(ReadOnlySpan<char> text, List<ContextWord> found)
    {
        for (var from = 0; from < text.Length && text[from..].IndexOfAny(All) is >= 0 and var next; from++)
        {
            from += next;
            if (from > 0 && char.IsLetter(text[from - 1]))
                continue;
            foreach (var (word, kind) in ByLetter[char.ToUpperInvariant(text[from])])
            {
                if (text[from..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && IsEnd(text, from + word.Length))
                    found.Add(new ContextWord(from + word.Length, kind));
            }
        }
    }

    // A plural is the same word.
    private static bool IsEnd(ReadOnlySpan<char> text, int end)
    {
        if (!char.IsLetter(text[end - 1]))
            return true;
        if (end < text.Length && text[end] is 's' or 'S')
            end++;
        return end >= text.Length || !char.IsLetter(text[end]);
    }
}
