namespace AutoResolve.Words.Inflection.Portuguese;

/// <summary>The forms of a Portuguese word. There is no dictionary: a form that is no word is harmless, since no text has it.</summary>
internal static class PortugueseInflection
{
    private const int MinLength = 4;

    public static void AddForms(FormSet forms)
    {
        var word = forms.Word;
        var isLong = word.Length >= MinLength && !PortugueseWords.Fixed.Contains(word);
        if (PortugueseWords.Irregular.FormsOf(word) is { } irregular)
        {
            foreach (var form in irregular)
                forms.Add(form);
            if (isLong)
                PortugueseNouns.AddForms(forms);
            return;
        }

        if (!isLong)
            return;
        PortugueseNouns.AddForms(forms);
        var singular = word.EndsWith('s') ? word[..^1] : word;
        if (!PortugueseWords.OnlyNouns.Contains(word) && !PortugueseWords.OnlyNouns.Contains(singular))
            PortugueseVerbs.AddForms(forms);
    }
}
