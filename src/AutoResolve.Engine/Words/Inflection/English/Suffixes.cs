namespace AutoResolve.Words.Inflection.English;

/// <summary>Adds the regular endings of English to a stem.</summary>
internal static class Suffixes
{
    public static IReadOnlyList<string> Plural(string stem)
    {
        if (Letters.EndsInConsonantAndY(stem))
            return [stem[..^1] + "ies"];
        if (stem[^1] == 'z' && Letters.MustDouble(stem))
            return [stem + "zes"];
        if (Letters.EndsInSibilant(stem))
            return [stem + "es"];
        return stem[^1] == 'o' ? [stem + "s", stem + "es"] : [stem + "s"];
    }

    public static IReadOnlyList<string> Past(string stem)
    {
        // Free, agree; but seed is not of see, nor feed of fee.
        if (stem.EndsWith("ee", StringComparison.Ordinal))
            return WordLists.PastInEed.Contains(stem) ? [stem + "d"] : [];
        if (stem[^1] == 'e')
            return [stem + "d"];
        return Letters.EndsInConsonantAndY(stem) ? [stem[..^1] + "ied"] : Doubled(stem, "ed");
    }

    public static IReadOnlyList<string> Ing(string stem)
    {
        if (stem.EndsWith("ie", StringComparison.Ordinal))
            return [stem[..^2] + "ying"];
        if (stem[^1] == 'e' && stem[^2] is not ('e' or 'o' or 'y'))
            return [stem[..^1] + "ing"];
        return Doubled(stem, "ing");
    }

    // Where the stress decides (submitted, edited), both are made: the wrong one is no word.
    private static IReadOnlyList<string> Doubled(string stem, string ending)
    {
        if (stem[^1] == 'c')
            return [stem + ending, stem + "k" + ending];
        var doubled = stem + stem[^1] + ending;
        if (Letters.MustDouble(stem))
            return [doubled];
        return Letters.EndsShort(stem) ? [stem + ending, doubled] : [stem + ending];
    }
}
