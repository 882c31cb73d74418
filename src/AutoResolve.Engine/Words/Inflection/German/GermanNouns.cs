namespace AutoResolve.Words.Inflection.German;

/// <summary>Nouns: number and case.</summary>
internal static class GermanNouns
{
    private static readonly string[] PluralInEn = Endings.Of(
        "ung heit keit schaft tat ion ik ur enz anz ei thek or ist ant ent at graph oge loge"
    );
    private static readonly string[] Persons = Endings.Of("ent ant ist or at graph loge");
    private static readonly string[] Unlikely = Endings.Of(
        "ig ige igen iger iges igem lich liche lichen licher liches lichem isch bar sam los haft iert ierte ierten"
    );

    /// <summary>Whether a word looks like an adjective or a verb and no noun.</summary>
    public static bool IsUnlikely(string word) =>
        (Endings.HasAny(word, Unlikely) || GermanAdjectives.IsListed(word)) && !GermanWords.NounsLikeAdjectives.Contains(word);

    public static void AddForms(string word, FormSet forms)
    {
        foreach (var noun in SingularsOf(word).Where(noun => noun.Length > 2).Distinct(StringComparer.Ordinal))
        {
            forms.Add(noun);
            forms.Add(noun, EndingsOf(noun));
        }
    }

    private static IEnumerable<string> SingularsOf(string word)
    {
        if (Endings.Has(word, "innen", 3))
            return [word[..^3]];
        if (Endings.Has(word, "nisse") || Endings.Has(word, "nissen") || Endings.Has(word, "nisses"))
            return [word[..(word.LastIndexOf("nis", StringComparison.Ordinal) + 3)]];
        if (Endings.Has(word, "ern", 3))
            return WithPluralInEr(word[..^3]) ? [word[..^3]] : [word[..^1]];
        if (Endings.Has(word, "eln", 3))
            return [word[..^1]];
        if (Endings.Has(word, "en", 3))
            return HasPluralInEn(word[..^2]) ? [word[..^2]] : [word[..^2], word[..^1], word];
        if (Endings.Has(word, "er", 3))
            return WithPluralInEr(word[..^2]) ? [word[..^2]] : [word];
        if (Endings.Has(word, "es", 3))
            return [word[..^2], word[..^1]];
        if (Endings.Has(word, "s", 3) && word[^2] is not ('s' or 'u' or 'i'))
            return Endings.Has(word, "haus", 0) ? [word] : [word[..^1], word];
        return Endings.Has(word, "e", 3) ? [word[..^1], word] : [word];
    }

    private static string[] EndingsOf(string noun)
    {
        if (noun[^1] == 'e')
            return ["n", "s", "ns"];
        if (Endings.Has(noun, "nis"))
            return ["se", "ses", "sen"];
        if (Endings.Has(noun, "in", 3))
            return ["nen", "s", "e", "en"];
        if (Endings.HasAny(noun, Persons, 3))
            return ["en", "s", "e", "es", "in", "innen"];
        if (HasPluralInEn(noun))
            return ["en", "s", "e", "es"];
        if (Endings.HasAny(noun, ["chen", "lein"]))
            return ["s"];
        if (Endings.Has(noun, "er"))
            return ["s", "n", "in", "innen"];
        if (Endings.HasAny(noun, ["el", "en"]))
            return ["s", "n"];
        if (noun[^1] is 'a' or 'i' or 'o' or 'u' or 'y')
            return ["s", "en", "e"];
        return WithPluralInEr(noun) ? ["e", "es", "s", "er", "ern"] : ["e", "es", "s", "en"];
    }

    private static bool HasPluralInEn(string noun) => Endings.HasAny(noun, PluralInEn);

    private static bool WithPluralInEr(string noun) =>
        GermanWords.PluralInEr.Contains(noun)
        || GermanWords.PluralInEr.Any(known => known.Length > 3 && Endings.Has(noun, known, 3))
        || Endings.Has(noun, "tum", 3);
}
