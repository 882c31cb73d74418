namespace AutoResolve.Words.Inflection.German;

/// <summary>Adjectives: case, number, gender, and degree.</summary>
internal static class GermanAdjectives
{
    public static readonly string[] Cases = Endings.Of("e en er es em");

    private static readonly string[] Suffixes = Endings.Of("ig lich isch bar sam haft los reich voll ell iv al ar os end abel ibel iert");
    private static readonly string[] Degrees =
    [
        .. Cases,
        .. Endings.Of("ere eren erer eres erem ste sten ster stes stem este esten ester estes estem"),
    ];

    public static bool IsListed(string word) => GermanWords.Adjectives.Contains(word) || BaseOf(word) is not null;

    /// <returns>Whether the word may be an adjective.</returns>
    public static bool AddForms(string word, FormSet forms)
    {
        if (BaseOf(word) is not { } adjective)
            return false;
        forms.Add(adjective);

        // Dunkel, dunkle; teuer, teure.
        var stem = Endings.HasAny(adjective, ["el", "uer"]) && !Endings.Has(adjective, "iel") ? adjective[..^2] + adjective[^1] : adjective;
        forms.Add(stem, Degrees);
        if (stem != adjective)
            forms.Add(adjective, Degrees);
        return true;
    }

    private static string? BaseOf(string word)
    {
        if (IsBase(word))
            return word;
        foreach (var ending in Degrees.OrderByDescending(ending => ending.Length))
        {
            if (!Endings.Has(word, ending, 3))
                continue;
            var stem = word[..^ending.Length];
            if (IsBase(stem))
                return stem;
            if (stem[^1] is 'l' or 'r' && GermanWords.Adjectives.Contains(stem[..^1] + 'e' + stem[^1]))
                return stem[..^1] + 'e' + stem[^1];
        }

        return null;
    }

    // Of nouns, many end as adjectives do: König, Material.
    private static bool IsBase(string word) =>
        GermanWords.Adjectives.Contains(word) || (Endings.HasAny(word, Suffixes, 3) && !GermanWords.NounsLikeAdjectives.Contains(word));
}
