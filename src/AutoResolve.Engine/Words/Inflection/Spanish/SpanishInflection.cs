namespace AutoResolve.Words.Inflection.Spanish;

/// <summary>The forms of a Spanish word. There is no dictionary: a form that is no word is harmless, since no text has it.</summary>
internal static class SpanishInflection
{
    private const int MinLength = 4;

    public static void AddForms(FormSet forms)
    {
        var word = forms.Word;
        if (SpanishVerbs.IrregularFormsOf(word) is { } irregular)
        {
            foreach (var form in irregular)
                forms.Add(form);
            if (word.Length >= MinLength && !SpanishWords.Fixed.Contains(word))
                SpanishNouns.AddForms(forms);
            return;
        }

        if (word.Length < MinLength || SpanishWords.Fixed.Contains(word))
            return;
        SpanishNouns.AddForms(forms);
        var singular = word.EndsWith('s') ? word[..^1] : word;
        if (!SpanishWords.OnlyNouns.Contains(word) && !SpanishWords.OnlyNouns.Contains(singular))
            SpanishVerbs.AddForms(forms);
    }
}
