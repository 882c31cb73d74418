namespace AutoResolve.Words.Inflection.French;

/// <summary>The forms of a French word. There is no dictionary: a form that is no word is harmless, since no text has it.</summary>
internal static class FrenchInflection
{
    private const int MinLength = 4;

    public static void AddForms(FormSet forms)
    {
        var word = forms.Word;
        var isLong = word.Length >= MinLength && !FrenchWords.Fixed.Contains(word);
        if (FrenchVerbs.Irregular.FormsOf(word) is { } irregular)
        {
            foreach (var form in irregular)
                forms.Add(form);
            if (isLong)
                FrenchNouns.AddForms(forms);
            return;
        }

        if (!isLong)
            return;
        FrenchNouns.AddForms(forms);
        if (!FrenchWords.OnlyNouns.Contains(word) && !FrenchWords.OnlyNouns.Contains(word.TrimEnd('s')))
            FrenchVerbs.AddForms(forms);
    }
}
