namespace AutoResolve.Words.Inflection.English;

/// <summary>
/// Takes regular endings off a word. More than one stem may come back where spelling does not tell; one of them is then no word.
/// </summary>
internal static class Stems
{
    public static IReadOnlyList<string> Of(string word)
    {
        var stems = Find(word).Where(stem => stem.Length >= 3 && Letters.HasVowel(stem)).Distinct(StringComparer.Ordinal).ToList();
        return stems.Count > 0 ? stems : [word];
    }

    private static IEnumerable<string> Find(string word)
    {
        if (Ends(word, "ies"))
            return [word[..^3] + "y", word[..^1]];
        if (Ends(word, "ied"))
            return [word[..^3] + "y", word[..^1]];
        if (Ends(word, "s"))
            return OfPlural(word);
        if (Ends(word, "eed"))
            return WordLists.PastInEed.Contains(word[..^1]) ? [word[..^1]] : [word];
        if (Ends(word, "ed"))
            return OfEnding(word[..^2]);
        return Ends(word, "ing") ? [.. OfEnding(word[..^3]), .. OfYing(word)] : [word];
    }

    private static IEnumerable<string> OfPlural(string word)
    {
        if (Ends(word, "ss") || Ends(word, "us") || Ends(word, "is"))
            return [word];
        if (!Ends(word, "es"))
            return [word[..^1]];
        var stem = word[..^2];
        if (Ends(stem, "zz") && stem.Length > 4)
            return [stem[..^1], stem];
        if (Ends(stem, "o"))
            return [stem, word[..^1]];
        if (!Letters.EndsInSibilant(stem))
            return [word[..^1]];

        // Cases is of case, statuses is of status: before -es a single s is the stem's where it ends so, or is known to.
        var single = Ends(stem, "s") && !Ends(stem, "ss") && !Ends(stem, "us") && !WordLists.LookInflected.Contains(stem);
        return single ? [word[..^1]] : [stem, word[..^1]];
    }

    /// <summary>The stems of what is left without -ed or -ing.</summary>
    private static IEnumerable<string> OfEnding(string rest)
    {
        if (rest.Length < 2)
            return [];
        if (rest[^1] == rest[^2] && !Letters.IsVowel(rest, rest.Length - 1))
            return OfDoubled(rest);
        if (Letters.IsVowel(rest, rest.Length - 1) && rest[^1] is 'u' or 'i' && rest != "ski" && rest != "taxi")
            return [rest + "e"];
        if (rest[^1] is 'v' or 'z' or 'c' || (rest[^1] == 's' && !WordLists.LookInflected.Contains(rest)))
            return WordLists.EndsUnusually.Contains(rest) ? [rest] : [rest + "e"];
        return Letters.MustDouble(rest) ? [rest + "e"] : [rest, rest + "e"];
    }

    private static IEnumerable<string> OfDoubled(string rest) =>
        rest[^1] switch
        {
            's' or 'f' => [rest],
            'l' or 'z' => [rest, rest[..^1]],
            _ => WordLists.EndsDoubled.Contains(rest) ? [rest] : [rest[..^1]],
        };

    private static IEnumerable<string> OfYing(string word) => Ends(word, "ying") && word.Length == 5 ? [word[..^4] + "ie"] : [];

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
