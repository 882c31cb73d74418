namespace AutoResolve.Words.Inflection.French;

/// <summary>Nouns and adjectives: number and gender.</summary>
internal static class FrenchNouns
{
    private static readonly string[] Verbal = Endings.Of("ons ez aient erait irait rait raient iez eront iront");

    // How masculine and feminine end where one says what the other is.
    private static readonly (string Masculine, string Feminine)[] Genders =
    [
        ("ien", "ienne"),
        ("een", "eenne"),
        ("yen", "yenne"),
        ("ier", "iere"),
        ("er", "ere"),
        ("if", "ive"),
        ("eux", "euse"),
        ("teur", "trice"),
        ("eur", "euse"),
        ("ieur", "ieure"),
        ("el", "elle"),
        ("eil", "eille"),
        ("al", "ale"),
        ("ais", "aise"),
        ("ois", "oise"),
        ("ant", "ante"),
        ("ent", "ente"),
        ("i", "ie"),
        ("u", "ue"),
        ("ard", "arde"),
        ("aud", "aude"),
        ("ond", "onde"),
    ];

    public static void AddForms(FormSet forms)
    {
        var word = forms.Word;
        if (Endings.HasAny(word, Verbal) && !FrenchWords.OnlyNouns.Contains(word))
            return;
        foreach (var singular in SingularsOf(word).Distinct(StringComparer.Ordinal))
        {
            foreach (var one in WithOtherGender(singular).Prepend(singular))
            {
                forms.Add(one);
                foreach (var plural in PluralsOf(one))
                    forms.Add(plural);
            }
        }
    }

    private static IEnumerable<string> SingularsOf(string word)
    {
        if (Endings.Has(word, "eaux", 1))
            return [word[..^1]];
        if (Endings.Has(word, "aux", 2))
            return [word[..^2] + 'l', word[..^1], .. word.EndsWith("vaux", StringComparison.Ordinal) ? [word[..^2] + "il"] : (string[])[]];
        if (Endings.Has(word, "eux", 2))
            return [word, word[..^1]];
        if (Endings.Has(word, "oux", 2))
            return [word[..^1]];
        if (!word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal))
            return [word];
        return Endings.HasAny(word, ["ais", "ois", "us", "is", "as", "os"]) ? [word, word[..^1]] : [word[..^1]];
    }

    private static IEnumerable<string> PluralsOf(string singular)
    {
        if (singular[^1] is 's' or 'x' or 'z')
            return [];
        if (Endings.Has(singular, "al"))
            return [singular[..^1] + "ux", singular + 's'];
        if (Endings.HasAny(singular, ["eau", "eu", "au"], 1))
            return [singular + 'x', singular + 's'];
        if (FrenchWords.PluralInOux.Contains(singular))
            return [singular + 'x'];
        return [singular + 's'];
    }

    private static IEnumerable<string> WithOtherGender(string singular)
    {
        if (FrenchWords.OneGender.Contains(singular))
            yield break;
        if (FrenchWords.Plain.Contains(singular))
            yield return singular + 'e';
        if (FrenchWords.Doubled.Contains(singular))
            yield return singular + singular[^1] + 'e';
        if (singular[^1] == 'e')
        {
            var stem = singular[..^1];
            if (FrenchWords.Plain.Contains(stem))
                yield return stem;
            if (stem.Length > 2 && stem[^1] == stem[^2] && FrenchWords.Doubled.Contains(stem[..^1]))
                yield return stem[..^1];
        }

        foreach (var (masculine, feminine) in Genders)
        {
            if (Endings.Has(singular, masculine) && !singular.EndsWith("ment", StringComparison.Ordinal))
                yield return singular[..^masculine.Length] + feminine;
            if (Endings.Has(singular, feminine))
                yield return singular[..^feminine.Length] + masculine;
        }
    }
}
