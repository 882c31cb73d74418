namespace AutoResolve.Words.Inflection.Spanish;

/// <summary>Nouns and adjectives: number and gender.</summary>
internal static class SpanishNouns
{
    // Masculine ends in a consonant, feminine has an a behind it.
    private static readonly string[] WithFeminine = Endings.Of("dor tor sor senor");

    private static readonly string[] Verbal = Endings.Of("amos emos imos aron ieron aste iste aban arian eria eron");

    public static void AddForms(FormSet forms)
    {
        if (Endings.HasAny(forms.Word, Verbal))
            return;
        foreach (var singular in SingularsOf(forms.Word).Where(singular => singular.Length > 2))
        {
            foreach (var one in WithOtherGender(singular))
            {
                forms.Add(one);
                forms.Add(PluralOf(one));

                // Borrowed words: links, emails.
                if (one[^1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 's'))
                    forms.Add(one + 's');
            }
        }
    }

    private static IEnumerable<string> SingularsOf(string word)
    {
        if (!word.EndsWith('s'))
            return [word];
        if (Endings.Has(word, "ces"))
            return [word[..^3] + "z", word[..^1]];
        if (!Endings.Has(word, "es"))
            return word[^2] is 'a' or 'o' ? [word[..^1]] : [word];
        var stem = word[..^2];

        // Clases is of clase, and meses is of mes.
        return stem[^1] switch
        {
            'd' or 'l' or 'n' or 'r' or 's' or 'y' => [stem, word[..^1], word],
            'i' => [stem, word[..^1]],
            _ => [word[..^1], word],
        };
    }

    private static string PluralOf(string singular) =>
        singular[^1] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => singular + "s",
            'z' => singular[..^1] + "ces",
            _ => singular + "es",
        };

    private static IEnumerable<string> WithOtherGender(string singular)
    {
        yield return singular;
        var stem = singular[..^1];
        if (singular[^1] is 'o' or 'a' && !SpanishWords.OneGender.Contains(stem) && !Endings.HasAny(singular, ["ista", "cion", "sion"]))
            yield return stem + (singular[^1] == 'o' ? 'a' : 'o');
        if (singular[^1] == 'a' && (Endings.HasAny(stem, WithFeminine, 1) || SpanishWords.FeminineInA.Contains(stem)))
            yield return stem;
        else if (Endings.HasAny(singular, WithFeminine, 1) || SpanishWords.FeminineInA.Contains(singular))
            yield return singular + "a";
    }
}
