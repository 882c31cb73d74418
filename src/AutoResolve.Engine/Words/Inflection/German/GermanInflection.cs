namespace AutoResolve.Words.Inflection.German;

/// <summary>The forms of a German word. There is no dictionary: a form that is no word is harmless, since no text has it.</summary>
/// <remarks>Folded, an umlaut is a vowel, so that much of what changes inside words does not (Vertrag, Verträge). Written in ASCII it is
/// two (loeschen), which is one more spelling of each form.</remarks>
internal static class GermanInflection
{
    private const int MinLength = 4;

    public static void AddForms(FormSet forms)
    {
        var word = forms.Word;
        AddForms(word, forms);
        var plain = WithoutAscii(word);
        if (plain != word)
        {
            forms.Add(plain);
            AddForms(plain, forms);
        }

        forms.AddSpellings(InAscii);
    }

    private static void AddForms(string word, FormSet forms)
    {
        if (GermanWords.Irregular.FormsOf(word) is { } irregular)
            forms.Add("", irregular);
        if (GermanWords.Fixed.Contains(word))
            return;
        if (word.Length < MinLength)
        {
            GermanVerbs.AddForms(word, forms);
            return;
        }

        var isAdjective = GermanAdjectives.AddForms(word, forms);
        var isVerb = GermanVerbs.AddForms(word, forms);
        if ((!isAdjective && !isVerb) || !GermanNouns.IsUnlikely(word))
            GermanNouns.AddForms(word, forms);
    }

    // Loeschen as loschen; but neue, bauen, quelle.
    private static string WithoutAscii(string word)
    {
        for (var at = word.Length - 1; at > 0; at--)
        {
            if (IsTwo(word, at - 1) && at < word.Length - 1)
                word = word.Remove(at, 1);
        }

        return word;
    }

    private static bool IsTwo(string word, int at) =>
        at + 1 < word.Length
        && word[at + 1] == 'e'
        && word[at] switch
        {
            'a' or 'o' => true,
            'u' => at == 0 || word[at - 1] is not ('a' or 'e' or 'q'),
            _ => false,
        };

    private static bool IsNone(string form, int at) =>
        (at == 0 && form[0] == 'a' && form[1] is 'b' or 'u') || string.CompareOrdinal(form, at, "ung", 0, 3) == 0;

    // Each vowel that may be an umlaut, written as two letters.
    private static IEnumerable<string> InAscii(string form)
    {
        for (var at = 0; at < form.Length - 1; at++)
        {
            if (form[at] is not ('a' or 'o' or 'u') || form[at + 1] == 'e' || (form[at] == 'u' && at > 0 && form[at - 1] is 'e' or 'q'))
                continue;
            if ((form[at] == 'a' && form[at + 1] is 'i' or 'y') || IsNone(form, at))
                continue;
            if (form[at] == 'u' && at > 0 && form[at - 1] == 'a')
                yield return form[..at] + "eu" + form[(at + 1)..];
            else if (form[at] != 'a' || form[at + 1] != 'u')
                yield return form[..(at + 1)] + 'e' + form[(at + 1)..];
        }
    }
}
