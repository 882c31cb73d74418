namespace AutoResolve.Words.Inflection.Italian;

/// <summary>Nouns and adjectives: number and gender.</summary>
internal static class ItalianNouns
{
    private static readonly string[] Verbal = Endings.Of(
        "iamo ando endo avano evano ivano arono erono irono eranno iranno avo evo ivo ava eva iva are ere ire isco iscono ano ono"
    );
    private static readonly string[] OnlyInE = Endings.Of("ione ore ale ile bile ice ude ame ine ente ante");
    private static readonly string[] InMa = Endings.Of("ema oma amma emma ista cida arca iota");

    public static void AddForms(FormSet forms)
    {
        var word = forms.Word;
        if (Endings.HasAny(word, Verbal, 3) && !ItalianWords.OnlyNouns.Contains(word))
        {
            // Militari, poteri.
            if (word[^1] == 'e')
                forms.Add(word[..^1] + 'i');
            AddPersons(word, forms);
            return;
        }

        var stem = Hard(word);
        var isOne = ItalianWords.OneGender.Contains(stem);
        switch (word[^1])
        {
            case 'o':
                AddO(stem, forms);
                if (!isOne)
                    AddA(stem, forms);
                break;
            case 'a':
                AddA(stem, forms);
                if (!isOne || Endings.HasAny(word, InMa))
                    AddO(stem, forms, withSingular: !isOne);
                break;
            case 'e':
                AddOfE(word, stem, isOne, forms);
                break;
            case 'i':
                AddO(stem, forms);
                if (!isOne)
                {
                    AddA(stem, forms);
                    forms.Add(word[..^1] + 'e');
                    forms.Add(word[..^1] + "io");
                    forms.Add(word[..^1] + "ia");
                    AddPersons(word[..^1] + 'e', forms);
                }

                break;
        }

        AddPersons(word, forms);
    }

    private static void AddOfE(string word, string stem, bool isOne, FormSet forms)
    {
        if (isOne && !ItalianWords.InE.Contains(word))
        {
            AddA(stem, forms);
            return;
        }

        if (!word.EndsWith("che", StringComparison.Ordinal) && !word.EndsWith("ghe", StringComparison.Ordinal))
            forms.Add(word[..^1] + 'i');
        if (Endings.HasAny(word, OnlyInE) || ItalianWords.InE.Contains(word))
            return;
        AddA(stem, forms);
        AddO(stem, forms);
        if (word.EndsWith("ce", StringComparison.Ordinal) || word.EndsWith("ge", StringComparison.Ordinal))
            forms.Add(word[..^1] + "ia");
    }

    // Operatore, operatrice; infermiere, infermiera.
    private static void AddPersons(string word, FormSet forms)
    {
        if (Endings.Has(word, "tore"))
            forms.Add(word[..^3], ["rice", "rici", "ore", "ori"]);
        else if (Endings.Has(word, "trice") || Endings.Has(word, "trici"))
            forms.Add(word[..^4], ["ore", "ori", "rice", "rici"]);
        else if (Endings.HasAny(word, ["iere", "iera", "ieri"]))
            forms.Add(word[..^1], ["e", "a", "i"]);
        else if (Endings.HasAny(word, ["essa", "esse"], 4))
            forms.Add(word[..^4], ["essa", "esse", "e", "i", "a"]);
        else if (ItalianWords.FeminineInEssa.Contains(word))
            forms.Add(word[..^1], ["essa", "esse"]);
    }

    // The stem with the sound that it has before an o.
    private static string Hard(string word)
    {
        var stem = word[..^1];
        return word[^1] is 'e' or 'i' && (stem.EndsWith("ch", StringComparison.Ordinal) || stem.EndsWith("gh", StringComparison.Ordinal))
            ? stem[..^1]
            : stem;
    }

    private static void AddO(string stem, FormSet forms, bool withSingular = true)
    {
        if (withSingular)
            forms.Add(stem + 'o');
        if (stem[^1] == 'i')
            forms.Add(stem);
        else if (stem[^1] is not ('c' or 'g') || !ItalianWords.AlwaysHard.Contains(stem))
            forms.Add(stem + 'i');
        if (stem[^1] is 'c' or 'g')
            forms.Add(stem + "hi");
    }

    private static void AddA(string stem, FormSet forms)
    {
        forms.Add(stem + 'a');
        forms.Add(stem[^1] is 'c' or 'g' ? stem + "he" : stem + 'e');
        if (stem[^1] == 'i' && stem[^2] is 'c' or 'g')
            forms.Add(stem[..^1] + 'e');
    }
}
