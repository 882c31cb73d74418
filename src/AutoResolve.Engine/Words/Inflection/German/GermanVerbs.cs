using System.Collections.Frozen;

namespace AutoResolve.Words.Inflection.German;

/// <summary>Verbs: weak ones by rule, strong ones by their table, each with the prefixes that may stand before it.</summary>
internal static class GermanVerbs
{
    private const int MinLength = 4;

    private static readonly string[] Separable = [.. GermanWords.SeparablePrefixes.OrderByDescending(prefix => prefix.Length)];
    private static readonly string[] Inseparable = Endings.Of("be ent emp er ge ver zer miss hinter uber unter wider um durch voll wieder");
    private static readonly string[] ParticipleEndings = Endings.Of("t et te ete ten eten ter eter tes etes tem etem");
    private static readonly string[] BareEndings = Endings.Of("ter eter tes etes tem etem");
    private static readonly string[] LooseEndings = [.. ParticipleEndings, "e", "st", "est", "ten", "eten", "test", "etest", "tet"];
    private static readonly string[] WeakEndings =
    [
        .. Endings.Of("en n e st est test etest tet etet end ende enden ender endes endem nd nde nden nder ndes ndem ens ns"),
        .. ParticipleEndings,
    ];
    private static readonly FrozenDictionary<string, Verb[]> Strong = ReadStrong();

    /// <returns>Whether the word is surely a form of a verb.</returns>
    public static bool AddForms(string word, FormSet forms)
    {
        if (GermanWords.OnlyNouns.Contains(word) || (word.Length < MinLength && !Strong.ContainsKey(word)))
            return false;
        var isKnown = false;
        foreach (var (separable, inseparable, rest) in Split(word))
        {
            foreach (var verb in Known(rest, hasPrefix: inseparable.Length > 0))
            {
                Add(separable, inseparable, verb, forms);
                isKnown = true;
            }
        }

        if (isKnown)
            return true;

        // What is in no table is weak; only an infinitive shows that it is a verb.
        foreach (var (separable, inseparable, rest) in Split(word).Take(1))
        {
            if (LooseStemOf(word, separable, inseparable) is { } loose)
            {
                Add(separable, inseparable, Weak(loose), forms);
                return false;
            }

            var ending = rest switch
            {
                _ when Endings.Has(rest, "en", 3) && !Endings.HasAny(rest, ["ungen", "heiten", "keiten", "ionen"]) => 2,
                _ when Endings.HasAny(rest, ["eln", "ern"], 2) => 1,
                _ => 0,
            };
            if (ending > 0)
                Add(separable, inseparable, Weak(rest[..^ending]), forms);
        }

        return false;
    }

    // Erlaubt, begründe, gefärbt: a prefix of verbs before it, and an ending of verbs.
    private static string? LooseStemOf(string word, string separable, string inseparable)
    {
        var rest = word[separable.Length..];
        if (Starts(rest, "ge"))
            return Endings.StemsOf(rest[2..], ParticipleEndings, 3).FirstOrDefault();
        return inseparable is "be" or "ent" or "er" or "ver" or "zer"
            ? Endings.StemsOf(rest[inseparable.Length..], LooseEndings, 3).FirstOrDefault()
            : null;
    }

    // The ways to take prefixes off, also before ge- and zu-; first those that take most.
    private static IEnumerable<(string Separable, string Inseparable, string Verb)> Split(string word)
    {
        foreach (var separable in Separable.Where(prefix => Endings.Has(word, "", prefix.Length + 3) && Starts(word, prefix)).Append(""))
        {
            var rest = word[separable.Length..];
            if (separable.Length > 0 && Starts(rest, "zu") && rest.Length > 5)
                yield return (separable, "", rest[2..]);
            foreach (var inseparable in Inseparable.Where(prefix => Starts(rest, prefix) && rest.Length > prefix.Length + 2))
                yield return (separable, inseparable, rest[inseparable.Length..]);
            yield return (separable, "", rest);
        }
    }

    private static bool Starts(string word, string prefix) => word.StartsWith(prefix, StringComparison.Ordinal);

    private static IEnumerable<Verb> Known(string rest, bool hasPrefix)
    {
        if (Strong.TryGetValue(rest, out var strong))
        {
            foreach (var verb in strong)
            {
                // Sprochen is only found behind a prefix.
                if (hasPrefix || verb.Forms.Contains(rest) || verb.InflectedParticiple(rest))
                    yield return verb;
            }
        }

        foreach (var (stem, isBare) in WeakStemsOf(rest))
        {
            // Besuchter, installierter; but not schulter, which is no form of schulen.
            if (isBare && !hasPrefix && !stem.EndsWith("ier", StringComparison.Ordinal))
                continue;
            if (GermanWords.Weak.Contains(stem) || (stem.EndsWith("ier", StringComparison.Ordinal) && stem.Length > 4))
                yield return Weak(stem);
        }
    }

    // Bare are those with an ending of participles without the ge- before them.
    private static IEnumerable<(string Stem, bool IsBare)> WeakStemsOf(string rest)
    {
        var stems = Endings.StemsOf(rest, WeakEndings, 3).Select(stem => (stem, BareEndings.Contains(rest[stem.Length..])));
        return Starts(rest, "ge") && rest.Length > 5
            ? stems.Concat(Endings.StemsOf(rest[2..], ParticipleEndings, 3).Select(stem => (stem, false)))
            : stems;
    }

    private static Verb Weak(string stem)
    {
        var needsE =
            stem[^1] is 'd' or 't'
            || (stem[^1] is 'm' or 'n' && stem[^2] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'l' or 'r' or 'h' or 'm' or 'n'));
        var joint = needsE ? "e" : "";
        var isShort = Endings.HasAny(stem, ["el", "er"], 2) && !stem.EndsWith("ier", StringComparison.Ordinal);
        var infinitive = stem + (isShort ? "n" : "en");
        List<string> forms =
        [
            infinitive,
            stem + "e",
            stem + joint + "t",
            stem + joint + "st",
            stem + joint + "te",
            stem + joint + "ten",
            stem + joint + "test",
            stem + joint + "tet",
            stem,
        ];
        if (isShort)
            forms.Add(stem[..^2] + stem[^1] + 'e');
        var hasGe = !stem.EndsWith("ier", StringComparison.Ordinal);
        return new Verb(infinitive, forms, (hasGe ? "ge" : "") + stem + joint + "t");
    }

    private static void Add(string separable, string inseparable, Verb verb, FormSet forms)
    {
        var prefix = separable + inseparable;
        forms.Add(prefix, verb.Forms);
        var plain = Starts(verb.Participle, "ge") && verb.HasGe ? verb.Participle[2..] : verb.Participle;
        var participle = inseparable.Length > 0 ? prefix + plain : separable + verb.Participle;
        forms.Add(participle);
        forms.Add(participle, GermanAdjectives.Cases);
        if (separable.Length > 0)
            forms.Add(separable + "zu" + inseparable + verb.Infinitive);
        forms.AddRare(prefix + verb.Infinitive, ["s", "d", .. GermanAdjectives.Cases.Select(ending => 'd' + ending)]);
    }

    private static FrozenDictionary<string, Verb[]> ReadStrong() =>
        GermanWords
            .Strong.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => ReadStrong(line.Split(' ')))
            .SelectMany(verb => verb.All.Select(form => (Form: form, Verb: verb)))
            .GroupBy(pair => pair.Form, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.Verb).Distinct().ToArray(), StringComparer.Ordinal);

    // Infinitive, stem of the present, past, participle: geben gib gab gegeben.
    private static Verb ReadStrong(string[] parts)
    {
        var (infinitive, present, past, participle) = (parts[0], parts[1], parts[2], parts[3]);
        var stem = infinitive.EndsWith("en", StringComparison.Ordinal) ? infinitive[..^2] : infinitive[..^1];
        List<string> forms =
        [
            infinitive,
            stem + 'e',
            stem + 't',
            stem + "et",
            stem + "st",
            stem + "est",
            present + 't',
            present + "st",
            present,
        ];
        if (present != stem)
            forms.Add(present + "et");
        forms.AddRange(
            past[^1] == 'e'
                ? [past, past + 'n', past + "st", past + 't']
                : [past, past + "en", past + "st", past + "est", past + 't', past + 'e', past + "et"]
        );
        forms.AddRange(parts[4..]);
        return new Verb(infinitive, [.. forms.Distinct(StringComparer.Ordinal)], participle);
    }

    private sealed record Verb(string Infinitive, IReadOnlyList<string> Forms, string Participle)
    {
        public bool HasGe =>
            !Infinitive.StartsWith("ge", StringComparison.Ordinal) && Participle.StartsWith("ge", StringComparison.Ordinal);

        /// <summary>By which it is found.</summary>
        public IEnumerable<string> All =>
            Forms
                .Concat(Participles(Participle))
                .Concat(HasGe ? Participles(Participle[2..]) : [])
                .Append(Infinitive + 'd')
                .Concat(GermanAdjectives.Cases.Select(ending => Infinitive + 'd' + ending));

        public bool InflectedParticiple(string word) =>
            word.StartsWith(Participle, StringComparison.Ordinal) || word.StartsWith(Infinitive, StringComparison.Ordinal);

        private static IEnumerable<string> Participles(string participle) =>
            GermanAdjectives.Cases.Select(ending => participle + ending).Prepend(participle);
    }
}
