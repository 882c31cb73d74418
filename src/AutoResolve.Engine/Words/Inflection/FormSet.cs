using AutoResolve.Words.Inflection.English;

namespace AutoResolve.Words.Inflection;

/// <summary>Gathers the forms of a word of another language than English: what is common first, so much as one word may have.</summary>
/// <param name="word">The word, folded.</param>
internal sealed class FormSet(string word)
{
    /// <summary>The most forms of one word.</summary>
    public const int Max = 120;

    // So many letters are the same in words of one root.
    private const int SameLetters = 4;

    private readonly List<string> _usual = [word];
    private readonly List<string> _rare = [];

    /// <summary>The word whose forms they are.</summary>
    public string Word => word;

    /// <summary>Whether a word has nothing but letters that rules of inflection know.</summary>
    public static bool IsPlain(string word) => word.All(char.IsAsciiLetterLower);

    public void Add(string form) => _usual.Add(form);

    public void Add(string stem, IEnumerable<string> endings) => _usual.AddRange(endings.Select(ending => stem + ending));

    /// <summary>Adds forms that few people write: they are left out first where there are too many.</summary>
    public void AddRare(string stem, IEnumerable<string> endings) => _rare.AddRange(endings.Select(ending => stem + ending));

    /// <summary>Adds other spellings of all forms so far, as what few people write.</summary>
    public void AddSpellings(Func<string, IEnumerable<string>> spellings) =>
        _rare.AddRange(_usual.Distinct().ToList().SelectMany(spellings));

    /// <summary>The word and its forms.</summary>
    /// <remarks>A form that is a common English word is left out: a text in English would have it and mean something else, as the Spanish
    /// come (eats), dice (says). But what English makes of the same word (code, codes), and long words that begin as this one does
    /// (complet, complete), come from one root and mean much the same.</remarks>
    public IReadOnlySet<string> ToSet()
    {
        var english = EnglishInflection.Forms(word);
        var forms = new HashSet<string>(StringComparer.Ordinal) { word };
        foreach (var form in _usual.Concat(_rare))
        {
            if (forms.Count == Max)
                break;
            if (!CommonSpellings.IsEnglish(form) || english.Contains(form) || IsOfSameRoot(form))
                forms.Add(form);
        }

        return forms;
    }

    private bool IsOfSameRoot(string form) =>
        form.Length > SameLetters && word.Length >= SameLetters && form.AsSpan().StartsWith(word.AsSpan(0, SameLetters));
}
