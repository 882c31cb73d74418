namespace AutoResolve.Words.Inflection.Portuguese;

/// <summary>Nouns and adjectives: number and gender.</summary>
internal static class PortugueseNouns
{
    private static readonly string[] Verbal = Endings.Of(
        "amos emos imos aram eram iram aste iste avam ariam eriam iriam assem esse ando endo indo"
    );

    // How the plural ends of what ends so.
    private static readonly (string Singular, string[] Plurals)[] Numbers =
    [
        ("ao", ["oes", "aos", "aes"]),
        ("al", ["ais"]),
        ("el", ["eis"]),
        ("ol", ["ois"]),
        ("ul", ["uis"]),
        ("il", ["is", "eis"]),
        ("m", ["ns"]),
        ("r", ["res"]),
        ("z", ["zes"]),
        ("s", ["ses", "s"]),
        ("n", ["ns", "nes"]),
        ("a", ["as"]),
        ("e", ["es"]),
        ("i", ["is"]),
        ("o", ["os"]),
        ("u", ["us"]),
    ];

    public static void AddForms(FormSet forms)
    {
        if (Endings.HasAny(forms.Word, Verbal))
            return;
        foreach (var singular in SingularsOf(forms.Word).Where(singular => singular.Length > 2).Distinct(StringComparer.Ordinal))
        {
            foreach (var one in WithOtherGender(singular))
            {
                forms.Add(one);
                foreach (var plural in PluralsOf(one))
                    forms.Add(plural);
            }
        }
    }

    private static IEnumerable<string> SingularsOf(string word)
    {
        if (!word.EndsWith('s'))
            return [word];
        var found = Numbers
            .SelectMany(number => number.Plurals.Where(plural => Endings.Has(word, plural, 1)).Select(plural => (number.Singular, plural)))
            .OrderByDescending(number => number.plural.Length)
            .ToList();

        // Razoes is not of razoe, but nomes is of nome and pastores may be of pastore.
        if (found.Count > 0 && found[0].plural is "oes" or "aes" or "aos" or "ais" or "ois" or "uis")
            return [word[..^3] + found[0].Singular];
        return found.Select(number => word[..^number.plural.Length] + number.Singular).Take(3);
    }

    private static IEnumerable<string> PluralsOf(string singular)
    {
        foreach (var (ending, plurals) in Numbers)
        {
            if (singular.EndsWith(ending, StringComparison.Ordinal))
                return plurals.Select(plural => singular[..^ending.Length] + plural);
        }

        return [];
    }

    private static IEnumerable<string> WithOtherGender(string singular)
    {
        yield return singular;
        var stem = singular[..^1];
        if (Endings.Has(singular, "ao", 1))
        {
            if (PortugueseWords.FeminineInA.Contains(singular))
                yield return stem;
        }
        else if (
            singular[^1] is 'o' or 'a'
            && !PortugueseWords.OneGender.Contains(stem)
            && !Endings.HasAny(singular, ["ista", "cao", "sao"])
        )
        {
            yield return stem + (singular[^1] == 'o' ? 'a' : 'o');
        }

        if (singular[^1] == 'a' && PortugueseWords.FeminineInA.Contains(singular + 'o'))
            yield return singular + 'o';
        if (singular[^1] == 'a' && (Endings.HasAny(stem, ["dor", "tor", "sor"], 1) || PortugueseWords.FeminineInA.Contains(stem)))
            yield return stem;
        else if (
            Endings.HasAny(singular, ["dor", "tor", "sor"], 1) || (singular[^1] != 'o' && PortugueseWords.FeminineInA.Contains(singular))
        )
            yield return singular + 'a';
        if (Endings.Has(singular, "eu", 3))
            yield return singular[..^1] + "ia";
    }
}
