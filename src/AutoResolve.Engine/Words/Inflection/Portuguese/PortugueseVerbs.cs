namespace AutoResolve.Words.Inflection.Portuguese;

/// <summary>Verbs: three conjugations, with the stems that are spelt or sound otherwise before other vowels.</summary>
internal static class PortugueseVerbs
{
    private static readonly string[] FirstFront = Endings.Of("e es emos em ei");
    private static readonly string[] FirstBack = Endings.Of(
        "ar o as a amos am ou aste aram ava avas avamos avam arei aras ara aremos arao aria arias ariamos ariam asse asses assemos assem "
            + "ares armos arem ando ado ada ados adas aramos"
    );
    private static readonly string[] FirstRare = Endings.Of("ais eis astes aveis areis ardes");

    private static readonly string[] OthersBack = Endings.Of("o a as amos am");
    private static readonly string[] OthersFront = Endings.Of("es e em i ia ias iamos iam ido ida idos idas");

    // Behind the vowel of the conjugation.
    private static readonly string[] OthersVowel = Endings.Of(
        "r mos ste ram ra ras ramos rei remos rao ria rias riamos riam sse sses ssemos ssem res rmos rem ndo"
    );
    private static readonly string[] Irs = [.. OthersVowel.Select(ending => 'i' + ending), "iu", "is", "i", "u"];
    private static readonly string[] Ers = [.. OthersVowel.Select(ending => 'e' + ending), "eu"];
    private static readonly string[] OfOthers = [.. OthersBack, .. OthersFront, .. Irs, .. Ers];

    private static readonly string[] OnlyOfOthers = Endings.Of(
        "er ir imos eu iu iram eram endo indo ido ida idos idas essem issem iria eria"
    );

    private static readonly IberianVerbs Verbs = new()
    {
        OfNouns = Endings.Of("cao sao coes soes dade dades mente"),
        OfFirst = [.. FirstBack, .. FirstFront, .. FirstRare],
        OfOthers = OfOthers,
        OnlyOfOthers = OnlyOfOthers,
        Known = PortugueseWords.Verbs,
        Prefixes = PortugueseWords.Prefixes,
        StemsOfFirst = (stem, word) => [StemOfFirst(stem, word)],
        StemsOfOthers = StemsOfOthers,
        AddFirst = AddFirst,
        AddOther = AddOther,
    };

    public static void AddForms(FormSet forms) => Verbs.AddForms(forms.Word, forms);

    private static string StemOfFirst(string stem, string word)
    {
        // Bloqueia, bloqueie.
        if (stem.EndsWith("ei", StringComparison.Ordinal) && stem.Length > 4)
            return stem[..^1];
        if (!word[stem.Length..].StartsWith('e'))
            return stem;
        if (stem.EndsWith("qu", StringComparison.Ordinal))
            return stem[..^2] + 'c';
        return stem.EndsWith("gu", StringComparison.Ordinal) ? stem[..^1] : stem;
    }

    // Folded, a c may also be one with a cedilla, which stays.
    private static void AddFirst(string stem, FormSet forms)
    {
        forms.Add(stem, FirstBack);
        if (stem[^1] is not 'g')
            forms.Add(stem, FirstFront);
        if (stem[^1] is 'c')
            forms.Add(stem[..^1] + "qu", FirstFront);
        if (stem[^1] is 'g')
            forms.Add(stem + 'u', FirstFront);
        if (stem[^1] is 'e')
            forms.Add(stem, ["io", "ias", "ia", "iam", "ie", "ies", "iem"]);
        forms.AddRare(stem, FirstRare);
    }

    private static List<string> StemsOfOthers(string stem)
    {
        List<string> stems = [stem];
        if (stem.EndsWith('j'))
            stems.Add(stem[..^1] + 'g');
        if (stem.EndsWith('g'))
            stems.Add(stem + 'u');
        foreach (var one in stems.ToArray())
        {
            if (Swapped(one, 'i', 'e') is { } fromE)
                stems.Add(fromE);
            if (Swapped(one, 'u', 'o') is { } fromO && PortugueseWords.Rounded.Contains(fromO + "ir"))
                stems.Add(fromO);
            if (Swapped(one, 'o', 'u') is { } fromU && PortugueseWords.Rounded.Contains(fromU + "ir"))
                stems.Add(fromU);
        }

        return stems;
    }

    private static void AddOther(string infinitive, FormSet forms)
    {
        var (stem, isIr) = (infinitive[..^2], infinitive[^2] == 'i');
        forms.Add(stem, isIr ? Irs : Ers);
        forms.Add(stem, OthersFront);
        var back = stem switch
        {
            _ when stem.EndsWith("gu", StringComparison.Ordinal) => stem[..^1],
            [.., 'g'] => stem[..^1] + 'j',
            _ => stem,
        };
        forms.Add(back, OthersBack);
        if (!isIr)
            return;
        if (Swapped(back, 'e', 'i') is { } withI)
            forms.Add(withI, OthersBack);
        if (PortugueseWords.Rounded.Contains(infinitive))
        {
            if (Swapped(back, 'o', 'u') is { } withU)
                forms.Add(withU, OthersBack);
            if (Swapped(stem, 'u', 'o') is { } withO)
                forms.Add(withO, ["es", "e", "em"]);
        }

        if (stem[^1] is 'a')
            forms.Add(stem, ["io", "i", "is", "ia", "ias", "iamos", "iam"]);
    }

    private static string? Swapped(string stem, char from, char to)
    {
        var end = stem.EndsWith("gu", StringComparison.Ordinal) ? stem.Length - 1 : stem.Length;
        var at = stem.AsSpan(0, end).LastIndexOfAny("aeiou");
        return at >= 0 && stem[at] == from ? stem[..at] + to + stem[(at + 1)..] : null;
    }
}
