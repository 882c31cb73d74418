namespace AutoResolve.Words.Inflection.Italian;

/// <summary>The forms of an Italian word. There is no dictionary: a form that is no word is harmless, since no text has it.</summary>
internal static class ItalianInflection
{
    private const int MinLength = 4;

    public static void AddForms(FormSet forms)
    {
        var word = forms.Word;
        var isLong = word.Length >= MinLength && !ItalianWords.Fixed.Contains(word);
        if (ItalianVerbs.IrregularFormsOf(word) is { } irregular)
        {
            foreach (var form in irregular)
                forms.Add(form);
            if (isLong)
                ItalianNouns.AddForms(forms);
            return;
        }

        if (!isLong)
            return;
        ItalianNouns.AddForms(forms);
        if (!ItalianWords.OnlyNouns.Contains(word))
            ItalianVerbs.AddForms(forms);
    }
}
