namespace AutoResolve.Words.Inflection.Spanish;

/// <summary>Verbs: three conjugations, with the stems that change under stress and before other vowels.</summary>
internal static class SpanishVerbs
{
    private static readonly string[] Pronouns = Endings.Of("lo la los las le les me te se nos");
    private static readonly string[] FirstFront = Endings.Of("e es emos en");
    private static readonly string[] FirstBack = Endings.Of(
        "ar o a as amos an aste o aron aba abas abamos aban are aras ara aremos aran aria arias ariamos arian ando ado ada ados adas "
            + "aramos ase asen"
    );
    private static readonly string[] FirstRare = Endings.Of("ais asteis abais areis ariais arais ad ases asemos");
    private static readonly string[] StressedFirstBack = Endings.Of("o a as an");
    private static readonly string[] StressedFirstFront = Endings.Of("e es en");

    private static readonly string[] OthersBack = Endings.Of("o a as amos an");
    private static readonly string[] OthersFront = Endings.Of("e es en i iste io ia ias iamos ian ido ida idos idas");
    private static readonly string[] OthersWeak = Endings.Of("io ieron iendo iera ieras ieran ieramos iese iesen");
    private static readonly string[] OthersFuture = Endings.Of("e as a emos an ia ias iamos ian");
    private static readonly string[] OthersRare = Endings.Of("ais eis is isteis iais ierais ieses iesemos");
    private static readonly string[] StressedOthersFront = Endings.Of("e es en");
    private static readonly string[] StressedOthersBack = Endings.Of("o a as an");
    private static readonly string[] Glided = Endings.Of("yo yeron yendo yera yeras yeran yeramos yese");
    private static readonly string[] GlidedPresent = Endings.Of("yo ye yes yen ya yas yamos yan");

    private static readonly string[] OfOthers =
    [
        "er",
        "ir",
        "emos",
        "imos",
        .. OthersBack,
        .. OthersFront,
        .. OthersWeak,
        .. OthersRare,
        .. Glided,
        .. GlidedPresent,
        .. OthersFuture.SelectMany(ending => (string[])["er" + ending, "ir" + ending]),
    ];

    // With these alone a word says that it is of another conjugation than the first.
    private static readonly string[] OnlyOfOthers =
    [
        .. Endings.Of("er ir imos iste ieron iendo iera ieran ido ida idos idas eremos iremos eran iran eria iria erian irian"),
    ];

    private static readonly IberianVerbs Verbs = new()
    {
        OfNouns = Endings.Of("cion ciones siones dad dades mente"),
        OfFirst = [.. FirstBack, .. FirstFront, .. FirstRare],
        OfOthers = OfOthers,
        OnlyOfOthers = OnlyOfOthers,
        Known = SpanishWords.Verbs,
        Prefixes = SpanishWords.Prefixes,
        StemsOfFirst = StemsOfFirst,
        StemsOfOthers = StemsOfOthers,
        AddFirst = AddFirst,
        AddOther = AddOther,
    };

    /// <summary>All forms of the irregular verbs and nouns that this is a form of; null where it is of none.</summary>
    public static IEnumerable<string>? IrregularFormsOf(string word) =>
        SpanishWords.Irregular.FormsOf(word)
        ?? (WithoutPronouns(word) is { } verb ? SpanishWords.Irregular.FormsOf(verb)?.Append(word) : null);

    public static void AddForms(FormSet forms) => Verbs.AddForms(WithoutPronouns(forms.Word) ?? forms.Word, forms);

    // Enviarlo, enviándolo, enviármelo; but not llamas, which has a shorter way to be read.
    private static string? WithoutPronouns(string word)
    {
        foreach (var pronoun in Pronouns.Concat(["melo", "selo", "mela", "sela", "telo"]).OrderByDescending(pronoun => pronoun.Length))
        {
            if (Endings.Has(word, pronoun, 4) && word[..^pronoun.Length] is var verb && TakesPronouns(verb))
                return verb;
        }

        return null;
    }

    private static bool TakesPronouns(string verb) =>
        Endings.HasAny(verb, ["ar", "ando", "iendo", "yendo"])
        || (Endings.HasAny(verb, ["er", "ir"]) && Endings.IsIn(verb, SpanishWords.Verbs, SpanishWords.Prefixes));

    private static IEnumerable<string> StemsOfFirst(string stem, string word)
    {
        var ending = word[stem.Length..];
        if (ending.StartsWith('e'))
        {
            if (stem.EndsWith("qu", StringComparison.Ordinal))
                stem = stem[..^2] + 'c';
            else if (stem.EndsWith("gu", StringComparison.Ordinal))
                stem = stem[..^1];
            else if (stem.EndsWith('c'))
                stem = stem[..^1] + 'z';
        }

        if (Unstressed(stem) is { } plain && (StressedFirstBack.Contains(ending) || StressedFirstFront.Contains(ending)))
            yield return plain;
        yield return stem;
    }

    private static void AddFirst(string stem, FormSet forms)
    {
        forms.Add(stem, FirstBack);
        forms.Add(BeforeFront(stem), FirstFront);
        foreach (var stressed in Stressed(stem))
        {
            forms.Add(stressed, StressedFirstBack);
            forms.Add(BeforeFront(stressed), StressedFirstFront);
        }

        forms.AddRare(stem, Pronouns.Select(pronoun => "ar" + pronoun));
        forms.AddRare(stem, Pronouns.Select(pronoun => "ando" + pronoun));
        forms.AddRare(stem, FirstRare);
    }

    private static string BeforeFront(string stem) =>
        stem[^1] switch
        {
            'c' => stem[..^1] + "qu",
            'g' => stem + 'u',
            'z' => stem[..^1] + 'c',
            _ => stem,
        };

    private static List<string> StemsOfOthers(string stem)
    {
        List<string> stems = [stem];
        if (stem.EndsWith('j'))
            stems.Add(stem[..^1] + 'g');
        if (stem.EndsWith("zc", StringComparison.Ordinal))
            stems.Add(stem[..^2] + 'c');
        if (stem.EndsWith('z'))
            stems.Add(stem[..^1] + 'c');
        if (stem.EndsWith('g'))
            stems.Add(stem + 'u');
        foreach (var one in stems.ToArray())
        {
            if (Unstressed(one) is { } plain)
                stems.Add(plain);
            if (Raised(one, 'i', 'e') is { } fromE)
                stems.Add(fromE);
            if (Raised(one, 'u', 'o') is { } fromO)
                stems.Add(fromO);
        }

        return stems;
    }

    private static void AddOther(string infinitive, FormSet forms)
    {
        var (stem, vowel) = (infinitive[..^2], infinitive[^2]);
        forms.Add(infinitive);
        forms.Add(stem, OthersFront);
        forms.Add(stem + vowel + "mos");
        var back = BeforeBack(stem);
        forms.Add(back, OthersBack);
        forms.Add(infinitive, OthersFuture);
        if (
            stem[^1] is 'a' or 'e' or 'o' or 'u'
            && !stem.EndsWith("gu", StringComparison.Ordinal)
            && !stem.EndsWith("qu", StringComparison.Ordinal)
        )
            forms.Add(stem, stem[^1] == 'u' ? [.. GlidedPresent, .. Glided] : Glided);
        var weak = vowel == 'i' ? Lowered(stem) : null;
        forms.Add(weak ?? stem, OthersWeak);
        if (weak is not null)
        {
            forms.Add(stem, OthersWeak);
            forms.Add(weak, StressedOthersFront);
            forms.Add(BeforeBack(weak), OthersBack);
        }

        foreach (var stressed in Stressed(stem))
        {
            forms.Add(stressed, StressedOthersFront);
            forms.Add(BeforeBack(stressed), StressedOthersBack);
        }

        forms.AddRare(infinitive, Pronouns);
        forms.AddRare(stem, Pronouns.Select(pronoun => "iendo" + pronoun));
        forms.AddRare(stem, OthersRare);
    }

    private static string BeforeBack(string stem)
    {
        if (stem.EndsWith("gu", StringComparison.Ordinal))
            return stem[..^1];
        if (stem[^1] == 'g')
            return stem[..^1] + 'j';
        if (stem[^1] != 'c')
            return stem;
        return stem[^2] is 'a' or 'e' or 'o' or 'u' ? stem[..^1] + "zc" : stem[..^1] + 'z';
    }

    // Cerr-, cierr-; cont-, cuent-; of what vowel changes tells the last of the stem.
    private static IEnumerable<string> Stressed(string stem)
    {
        var at = stem.AsSpan().LastIndexOfAny("aeiou");
        if (at >= 0 && stem[at] == 'u' && at > 0 && stem[at - 1] is 'g' or 'q')
            at = stem.AsSpan(0, at).LastIndexOfAny("aeiou");
        if (at < 0)
            yield break;
        if (stem[at] == 'e')
            yield return stem[..at] + "ie" + stem[(at + 1)..];
        if (stem[at] == 'o')
            yield return stem[..at] + "ue" + stem[(at + 1)..];
    }

    private static string? Unstressed(string stem)
    {
        var ie = stem.LastIndexOf("ie", StringComparison.Ordinal);
        if (ie >= 0 && ie > stem.Length - 5)
            return stem[..ie] + stem[(ie + 1)..];
        var ue = stem.LastIndexOf("ue", StringComparison.Ordinal);
        return ue > 0 && ue > stem.Length - 5 && stem[ue - 1] is not ('q' or 'g') ? stem[..ue] + 'o' + stem[(ue + 2)..] : null;
    }

    private static string? Raised(string stem, char high, char low)
    {
        var at = stem.TrimEnd('u').LastIndexOf(high);
        return at >= 0 && !stem.AsSpan(at + 1).TrimEnd('u').ContainsAny("aeio") ? stem[..at] + low + stem[(at + 1)..] : null;
    }

    private static string? Lowered(string stem)
    {
        var end = stem.EndsWith("gu", StringComparison.Ordinal) ? stem.Length - 1 : stem.Length;
        var at = stem.AsSpan(0, end).LastIndexOfAny("aeiou");
        return (at < 0 ? ' ' : stem[at]) switch
        {
            'e' => stem[..at] + 'i' + stem[(at + 1)..],
            'o' => stem[..at] + 'u' + stem[(at + 1)..],
            _ => null,
        };
    }
}
