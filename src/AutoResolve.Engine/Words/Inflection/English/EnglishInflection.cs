namespace AutoResolve.Words.Inflection.English;

/// <summary>
/// The plain English forms of a word.
/// </summary>
/// <remarks>
/// There is no dictionary: a form that is no word is harmless, since no text has it; a form that is another word is a false match. So stems
/// are taken apart with care, and words that only look inflected are listed.
/// </remarks>
internal static class EnglishInflection
{
    private const int MinStemLength = 3;

    /// <summary>The word and its inflections. <paramref name="word"/> is folded.</summary>
    public static IReadOnlySet<string> Forms(string word)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal) { word };
        if (IrregularWords.FormsOf(word) is { Count: > 0 } irregular)
            forms.UnionWith(irregular);
        else if (CanInflect(word))
            AddRegular(word, forms);
        if (word.EndsWith("ing", StringComparison.Ordinal) && forms.Count > 1)
            forms.Add(word + "s");
        return forms;
    }

    private static void AddRegular(string word, HashSet<string> forms)
    {
        // Settings are things; their singular is a noun, and not the verb it is made of.
        if (word.EndsWith("ings", StringComparison.Ordinal))
        {
            forms.Add(word[..^1]);
            return;
        }

        foreach (var stem in WordLists.LookInflected.Contains(word) ? [word] : Stems.Of(word))
            Add(stem, forms);
    }

    private static void Add(string stem, HashSet<string> forms)
    {
        if (stem.Length < MinStemLength || WordLists.Fixed.Contains(stem))
            return;
        if (IrregularWords.FormsOf(stem) is { Count: > 0 } irregular)
        {
            forms.UnionWith(irregular);
            return;
        }

        Add([stem], stem, forms);
        Add(Suffixes.Plural(stem), stem, forms);
        Add(Suffixes.Past(stem), stem, forms);
        Add(Suffixes.Ing(stem), stem, forms);
    }

    private static void Add(IEnumerable<string> made, string stem, HashSet<string> forms)
    {
        foreach (var form in made)
        {
            if (form == stem || !(WordLists.Fixed.Contains(form) || WordLists.LookInflected.Contains(form) || IrregularWords.IsForm(form)))
                forms.Add(form);
        }
    }

    private static bool CanInflect(string word) =>
        word.Length >= MinStemLength && !WordLists.Fixed.Contains(word) && word.All(unit => unit is >= 'a' and <= 'z');
}
