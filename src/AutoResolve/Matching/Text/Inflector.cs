namespace AutoResolve.Matching.Text;

/// <summary>The plain English inflections of a rule's word, made when rules are compiled, so that matching only compares words.</summary>
/// <remarks>Plural and third person, past, present participle, by the spelling rules of English; both ways, so that a rule may write
/// <c>uploads</c> or <c>upload</c>. Where a reading is doubtful (caring: care or car), the one with e is taken.</remarks>
internal static class Inflector
{
    /// <summary>The word and its inflections. <paramref name="word"/> is folded.</summary>
    public static IReadOnlySet<string> Forms(string word)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal) { word };
        if (IrregularWords.Family(word) is { } family)
        {
            forms.UnionWith(family);
            return forms;
        }

        if (word.Length < 3 || IrregularWords.StandsForItself(word) || !word.All(char.IsAsciiLetterLower))
            return forms;
        foreach (var lemma in Lemmas(word))
            AddInflections(lemma, forms);
        return forms;
    }

    // The word itself, and what it may be an inflection of. A guess that is no word at all does no harm: nobody writes it.
    private static IEnumerable<string> Lemmas(string word)
    {
        var stems = word switch
        {
            _ when Ends(word, "ies", 5) || Ends(word, "ied", 5) => [word[..^3] + "y"],
            _ when EndsInSibilantPlural(word) => [word[..^2], word[..^1]],
            _ when Ends(word, "s", 4) && !Ends(word, "ss", 2) && !Ends(word, "us", 2) && !Ends(word, "is", 2) => [word[..^1]],
            _ when Ends(word, "ing", 6) => StemsOfSuffix(word[..^3]),
            _ when Ends(word, "ed", 4) && !Ends(word, "eed", 3) => StemsOfSuffix(word[..^2]),
            _ => (IReadOnlyList<string>)[],
        };
        var lemmas = stems.Where(stem => HasVowel(stem) && !IrregularWords.StandsForItself(stem)).ToList();

        // What ends in -s may be a base as well (canvas); of "uploaded" only "upload" is one.
        return lemmas.Count > 0 && word[^1] != 's' ? lemmas : lemmas.Prepend(word);
    }

    private static bool EndsInSibilantPlural(string word) =>
        Ends(word, "sses", 6) || Ends(word, "shes", 6) || Ends(word, "ches", 6) || Ends(word, "xes", 5) || Ends(word, "zzes", 6);

    // What stands before -ed or -ing: submitt is submit, call is call, rat is rate, claim is claim; updat may be either.
    private static IReadOnlyList<string> StemsOfSuffix(string stem)
    {
        if (stem.Length < 2 || !HasVowel(stem))
            return [];
        var last = stem[^1];
        if (stem.Length >= 4 && last == stem[^2] && !IsVowel(stem, stem.Length - 1))
        {
            return last switch
            {
                's' or 'z' or 'f' or 'd' => [stem],
                'l' => [stem, stem[..^1]],
                _ => [stem[..^1]],
            };
        }

        if (last is 'w' or 'x' or 'y')
            return [stem];
        if (Syllables(stem) > 1)
            return [stem, stem + "e"];
        return EndsLikeSilentE(stem) ? [stem + "e"] : [stem];
    }

    private static bool EndsLikeSilentE(string stem) => stem[^1] switch
    {
        'v' or 'c' or 'u' => true,
        's' => stem[^2] != 's',
        'g' => stem[^2] is 'n' or 'd' or 'r' && stem.Length > 4,
        'l' => stem[^2] is 'b' or 'c' or 'd' or 'g' or 'k' or 'p' or 't',
        _ => IsConsonantVowelConsonant(stem),
    };

    private static void AddInflections(string lemma, HashSet<string> forms)
    {
        if (IrregularWords.Family(lemma) is { } family)
        {
            forms.UnionWith(family);
            return;
        }

        forms.Add(lemma);
        forms.Add(WithS(lemma));
        if (lemma.EndsWith('e'))
        {
            forms.Add(lemma + "d");
            forms.Add(lemma.EndsWith("ie", StringComparison.Ordinal) ? lemma[..^2] + "ying"
                : lemma.EndsWith("ee", StringComparison.Ordinal) || lemma.EndsWith("ye", StringComparison.Ordinal) || lemma.EndsWith("oe", StringComparison.Ordinal) ? lemma + "ing"
                : lemma[..^1] + "ing");
            return;
        }

        if (lemma.EndsWith('y') && !IsVowel(lemma, lemma.Length - 2))
        {
            forms.Add(lemma[..^1] + "ied");
            forms.Add(lemma + "ing");
            return;
        }

        var doubles = IsConsonantVowelConsonant(lemma);
        if (doubles)
        {
            forms.Add(lemma + lemma[^1] + "ed");
            forms.Add(lemma + lemma[^1] + "ing");
        }

        // One syllable always doubles (planned); of longer words it depends on the stress (submitted, visited), so both are taken.
        if (!doubles || Syllables(lemma) > 1)
        {
            forms.Add(lemma + "ed");
            forms.Add(lemma + "ing");
        }
    }

    private static string WithS(string lemma)
    {
        if (lemma.EndsWith('y') && !IsVowel(lemma, lemma.Length - 2))
            return lemma[..^1] + "ies";
        return lemma[^1] is 's' or 'x' or 'z' || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal)
            ? lemma + "es"
            : lemma + "s";
    }

    private static bool IsConsonantVowelConsonant(string word) =>
        word.Length >= 3
        && !IsVowel(word, word.Length - 1) && word[^1] is not ('w' or 'x' or 'y')
        && IsVowel(word, word.Length - 2)
        && (!IsVowel(word, word.Length - 3) || (word.Length >= 4 && word[^3] == 'u' && word[^4] == 'q'));

    private static int Syllables(string word)
    {
        var syllables = 0;
        for (var at = 0; at < word.Length; at++)
        {
            if (IsVowel(word, at) && (at == 0 || !IsVowel(word, at - 1)))
                syllables++;
        }

        return syllables;
    }

    private static bool HasVowel(string word) => Syllables(word) > 0;

    private static bool IsVowel(string word, int at) => word[at] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[at] == 'y' && at > 0);

    private static bool Ends(string word, string suffix, int shortest) =>
        word.Length >= shortest && word.EndsWith(suffix, StringComparison.Ordinal);
}
