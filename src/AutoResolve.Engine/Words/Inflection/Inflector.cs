using AutoResolve.Words.Inflection.English;
using AutoResolve.Words.Inflection.French;
using AutoResolve.Words.Inflection.German;
using AutoResolve.Words.Inflection.Italian;
using AutoResolve.Words.Inflection.Portuguese;
using AutoResolve.Words.Inflection.Spanish;

namespace AutoResolve.Words.Inflection;

/// <summary>The forms of a word of a rule. Computed when rules are compiled, so that matching is the look-up of exact words.</summary>
internal static class Inflector
{
    private static readonly Dictionary<string, Action<FormSet>> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["es"] = SpanishInflection.AddForms,
        ["pt"] = PortugueseInflection.AddForms,
        ["it"] = ItalianInflection.AddForms,
        ["fr"] = FrenchInflection.AddForms,
        ["de"] = GermanInflection.AddForms,
    };

    /// <summary>The languages whose words have forms, by their tags.</summary>
    public static IReadOnlyList<string> Known { get; } = [WordLanguage.English, .. Languages.Keys];

    /// <summary>The word and its inflections; of a language that has none here, the word.</summary>
    /// <param name="word">The word, folded.</param>
    /// <param name="language">The language as a primary subtag, such as <c>es</c>.</param>
    public static IReadOnlySet<string> Forms(string word, string language)
    {
        if (language == WordLanguage.English)
            return EnglishInflection.Forms(word);
        var forms = new FormSet(word);
        if (Languages.TryGetValue(language, out var addForms) && FormSet.IsPlain(word))
            addForms(forms);
        return forms.ToSet();
    }
}
