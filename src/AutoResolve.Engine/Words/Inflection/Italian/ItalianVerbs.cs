using System.Collections.Frozen;

namespace AutoResolve.Words.Inflection.Italian;

/// <summary>Verbs: three conjugations, and the second with a past and a participle of its own.</summary>
internal static class ItalianVerbs
{
    private static readonly string[] Pronouns = Endings.Of("lo la li le mi ti si ci vi ne gli");
    private static readonly string[] FirstBack = Endings.Of(
        "are o a ate ano avo avi ava avamo avate avano ai asti ammo arono assi asse assimo assero ando ato ata ati"
    );
    private static readonly string[] FirstI = Endings.Of("i iamo ino");
    private static readonly string[] FirstE = Endings.Of("ero erai era eremo erete eranno erei eresti erebbe eremmo ereste erebbero");
    private static readonly string[] Present = Endings.Of("o i e iamo ono a ano");
    private static readonly string[] Isc = Endings.Of("isco isci isce iscono isca iscano");

    // Behind the vowel of the conjugation.
    private static readonly string[] Rest = Endings.Of(
        "re te vo vi va vamo vate vano i sti mmo rono ro rai ra remo rete ranno rei resti rebbe remmo reste rebbero ssi sse ssimo ssero"
    );
    private static readonly string[] SecondBoth =
    [
        .. Present,
        .. Rest.Select(ending => 'e' + ending),
        "ette",
        "ettero",
        "endo",
        .. Endings.Of("uto uta uti ute iuto iuta iuti iute iate"),
    ];
    private static readonly string[] ThirdBoth =
    [
        .. Present,
        .. Isc,
        .. Rest.Select(ending => 'i' + ending),
        "endo",
        .. Endings.Of("ito ita iti ite iate"),
    ];
    private static readonly string[] OfFirst =
    [
        .. FirstBack,
        .. FirstI,
        .. FirstE,
        "iate",
        .. Pronouns.SelectMany(pronoun => (string[])["ar" + pronoun, "ando" + pronoun]),
        "ami",
        "aci",
        "alo",
        "ala",
    ];
    private static readonly string[] OfSecond = [.. SecondBoth, .. Pronouns.Select(pronoun => "er" + pronoun)];
    private static readonly string[] OfThird = [.. ThirdBoth, .. Pronouns.Select(pronoun => "ir" + pronoun)];
    private static readonly FrozenDictionary<string, StrongVerb[]> Strong = ReadStrong();

    public static IEnumerable<string>? IrregularFormsOf(string word)
    {
        if (ItalianWords.Irregular.FormsOf(word) is { } forms)
            return forms;
        foreach (var pronoun in Pronouns)
        {
            // Farlo, dirmi: the infinitive has lost its last letter.
            if (
                Endings.Has(word, pronoun, 3)
                && word[..^pronoun.Length] is [.., 'r'] verb
                && ItalianWords.Irregular.FormsOf(verb + 'e') is { } found
                && found[0] == verb + 'e'
            )
            {
                return found.Append(word);
            }
        }

        return null;
    }

    public static void AddForms(FormSet forms)
    {
        var word = forms.Word;
        if (Endings.HasAny(word, ["ione", "ioni", "mente"]))
            return;
        var found = 0;
        foreach (var verb in StrongOf(word))
        {
            found++;
            forms.Add(verb.Past, ["i", "e", "ero"]);
            forms.Add(verb.Participle, ["o", "a", "i", "e"]);
            AddSecond(verb.Infinitive[..^3], forms);
        }

        foreach (var stem in Endings.StemsOf(word, OfSecond, 2).Where(stem => IsKnown(stem + "ere")))
        {
            found++;
            AddSecond(stem, forms);
            foreach (var verb in StrongOf(stem + "ere"))
            {
                forms.Add(verb.Past, ["i", "e", "ero"]);
                forms.Add(verb.Participle, ["o", "a", "i", "e"]);
            }
        }

        foreach (var stem in Endings.StemsOf(word, OfThird, 2).Where(stem => IsKnown(stem + "ire")))
        {
            found++;
            forms.Add(stem, ThirdBoth);
            forms.AddRare(stem, Pronouns.Select(pronoun => "ir" + pronoun));
        }

        if (found > 0)
            return;
        foreach (
            var stem in Endings
                .StemsOf(word, OfFirst, 3)
                .Take(2)
                .SelectMany(stem => StemsOfFirst(stem, word))
                .Distinct(StringComparer.Ordinal)
        )
            AddFirst(stem, forms);
    }

    private static bool IsKnown(string infinitive) => Endings.IsIn(infinitive, ItalianWords.Verbs, ItalianWords.Prefixes);

    private static void AddSecond(string stem, FormSet forms)
    {
        forms.Add(stem, SecondBoth);
        forms.AddRare(stem, Pronouns.Select(pronoun => "er" + pronoun));
    }

    private static IEnumerable<string> StemsOfFirst(string stem, string word)
    {
        if (!word[stem.Length..].StartsWith('i') && !word[stem.Length..].StartsWith('e'))
            return [stem];
        if (stem.EndsWith("ch", StringComparison.Ordinal) || stem.EndsWith("gh", StringComparison.Ordinal))
            return [stem[..^1]];
        if (stem[^1] is 'c' or 'g')
            return [stem + 'i'];
        return word[stem.Length] == 'i' ? [stem, stem + 'i'] : [stem];
    }

    private static void AddFirst(string stem, FormSet forms)
    {
        forms.Add(stem, FirstBack);
        var soft = stem[^1] is 'c' or 'g' ? stem + 'h' : stem;
        var isSoft = stem.EndsWith("ci", StringComparison.Ordinal) || stem.EndsWith("gi", StringComparison.Ordinal);
        forms.Add(stem[^1] == 'i' ? stem[..^1] : soft, FirstI);
        if (stem[^1] == 'i' && !isSoft)
            forms.Add(stem, ["i", "ino"]);
        forms.Add(isSoft ? stem[..^1] : soft, FirstE);
        forms.AddRare(stem, Pronouns.Select(pronoun => "ar" + pronoun));
        forms.AddRare(stem, Pronouns.Select(pronoun => 'a' + pronoun));
        forms.AddRare(soft, ["iate"]);
    }

    // The strong verbs that have this past, participle or infinitive, and those with a prefix.
    private static IEnumerable<StrongVerb> StrongOf(string word)
    {
        if (Strong.TryGetValue(word, out var verbs))
            return verbs;
        foreach (var prefix in ItalianWords.Prefixes)
        {
            if (
                word.Length > prefix.Length + 3
                && word.StartsWith(prefix, StringComparison.Ordinal)
                && Strong.TryGetValue(word[prefix.Length..], out verbs)
            )
            {
                return verbs.Select(verb => new StrongVerb(prefix + verb.Infinitive, prefix + verb.Past, prefix + verb.Participle));
            }
        }

        return [];
    }

    private static FrozenDictionary<string, StrongVerb[]> ReadStrong() =>
        ItalianWords
            .Strong.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .Select(parts => new StrongVerb(parts[0], parts[1], parts[2]))
            .SelectMany(verb => verb.Forms.Select(form => (Form: form, Verb: verb)))
            .GroupBy(pair => pair.Form, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.Verb).Distinct().ToArray(), StringComparer.Ordinal);

    private sealed record StrongVerb(string Infinitive, string Past, string Participle)
    {
        public IEnumerable<string> Forms =>
            [Infinitive, Past + 'i', Past + 'e', Past + "ero", Participle + 'o', Participle + 'a', Participle + 'i', Participle + 'e'];
    }
}
