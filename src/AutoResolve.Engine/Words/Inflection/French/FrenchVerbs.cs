namespace AutoResolve.Words.Inflection.French;

/// <summary>Verbs: those in -er, with the stems that change before a silent e; those in -ir and -re that follow rules.</summary>
internal static class FrenchVerbs
{
    private static readonly string[] Silent = Endings.Of("e es ent erai eras era erons erez eront erais erait erions eriez eraient");
    private static readonly string[] Voiced = Endings.Of("er ons ez ais ait ions iez aient ant ee ees ai as a ames erent");
    private static readonly string[] OfEr = [.. Silent, .. Voiced];
    private static readonly string[] OfIr = Endings.Of(
        "ir is it issons issez issent issais issait issions issiez issaient isse isses irai iras ira irons irez iront irais irait "
            + "irions iriez iraient imes irent issant issante i ie ies"
    );
    private static readonly string[] OfRe = Endings.Of(
        "re s _ ons ez ent ais ait ions iez aient is it imes irent rai ras ra rons rez ront rais rait rions riez raient "
            + "ant u ue us ues e es"
    );

    public static readonly IrregularTable Irregular = new(
        FrenchWords.IrregularVerbs + FrenchWords.IrregularNouns,
        new Dictionary<char, string>
        {
            ['F'] = "ai as a ons ez ont ais ait ions iez aient",
            ['N'] = "ons ez ent ais ait ions iez aient ant e es",
            ['O'] = "_ e s es",
            ['S'] = "is it irent imes isse",
            ['T'] = "us ut urent umes",
        }
    );

    public static void AddForms(FormSet forms)
    {
        var word = forms.Word;
        if (Endings.HasAny(word, ["ement", "ements", "sion", "tion", "sions", "tions", "eux", "eau"]) && !Endings.HasAny(word, ["ations"]))
            return;
        var found = 0;
        foreach (var stem in Endings.StemsOf(word, OfIr, 2).Where(stem => FrenchWords.VerbsInIr.Contains(stem + "ir")))
        {
            found++;
            forms.Add(stem, OfIr);
        }

        foreach (
            var stem in Endings
                .StemsOf(word, OfRe, 3)
                .Where(stem => Endings.IsIn(stem + "re", FrenchWords.VerbsInRe, ["re", "sou", "des", "r", "inter"]))
        )
        {
            found++;
            forms.Add(stem, OfRe);
        }

        if (found > 0 || Endings.HasAny(word, ["issons", "issez", "issent", "issait", "issaient", "issant"], 3))
            return;
        foreach (
            var stem in Endings.StemsOf(word, OfEr, 3).Take(2).SelectMany(stem => StemsOfEr(stem, word)).Distinct(StringComparer.Ordinal)
        )
            AddEr(stem, forms);
    }

    private static IEnumerable<string> StemsOfEr(string stem, string word)
    {
        var ending = word[stem.Length..];
        if (stem.EndsWith("ge", StringComparison.Ordinal) && ending[0] is 'a' or 'o')
            return [stem[..^1]];
        if (!Silent.Contains(ending))
            return [stem];
        if (stem.EndsWith("ell", StringComparison.Ordinal) || stem.EndsWith("ett", StringComparison.Ordinal))
            return [stem[..^1], stem];
        return stem[^1] == 'i' && stem[^2] is 'a' or 'o' or 'u' ? [stem[..^1] + 'y'] : [stem];
    }

    private static void AddEr(string stem, FormSet forms)
    {
        forms.Add(stem, Silent);
        forms.Add(stem, Voiced);
        if (stem[^1] == 'g')
            forms.Add(stem, ["eons", "eais", "eait", "eaient", "eant", "ea", "eai"]);
        if (stem[^1] == 'y')
            forms.Add(stem[..^1] + 'i', Silent);
        if (Endings.HasAny(stem, ["el", "et"], 1))
            forms.Add(stem + stem[^1], Silent);
    }
}
