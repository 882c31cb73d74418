using System.Collections.Concurrent;
using System.Collections.Frozen;
using AutoResolve.Words.Inflection;
using AutoResolve.Words.Inflection.English;

namespace AutoResolve.Words.Variants;

/// <summary>What one word of a rule finds in a language: its forms, and those of the words that are one with it.</summary>
internal sealed class WordVariants
{
    private const int MinStem = 3;
    private const int LongestAbbreviation = 4;

    private static readonly ConcurrentDictionary<(string Language, bool ArePlain), WordVariants> Known = new();

    private readonly string _language;
    private readonly FrozenDictionary<string, string[]> _anywhere;
    private readonly FrozenDictionary<string, string[]> _inPhrases;
    private readonly FrozenDictionary<string, string[]> _things;
    private readonly FrozenSet<string> _directed;
    private readonly FrozenSet<string> _auxiliaries;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _endings;
    private readonly FrozenSet<string> _joinedUnits;

    private WordVariants(string language, bool arePlain)
    {
        (_language, ArePlain) = (language, arePlain);
        Data = arePlain ? new VariantLanguage() : VariantData.Languages.GetValueOrDefault(language, new VariantLanguage());
        (_anywhere, _inPhrases) = (VariantData.Group(Data.AllWords), VariantData.Group(Data.InPhrases));
        _things = VariantData.Group(Data.Things);
        _directed = Data.InPhrases.Where(VariantData.IsDirected).SelectMany(VariantData.Finding).ToFrozenSet(StringComparer.Ordinal);
        _auxiliaries = VariantData.Set(Data.Auxiliaries);
        _endings = Data
            .Endings.Select(VariantData.Words)
            .SelectMany(pair => (KeyValuePair<string, string>[])[new(pair[0], pair[1]), new(pair[1], pair[0])])
            .ToFrozenDictionary(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        Elided = VariantData.Words(Data.Elided);
        _joinedUnits = Data
            .Units.SelectMany(VariantData.Words)
            .Concat(Data.Times.SelectMany(line => line.Split('|')).Select(unit => string.Concat(VariantData.Words(unit))))
            .ToFrozenSet(StringComparer.Ordinal);
        NeedApostrophe = VariantData.Set(Data.NeedApostrophe);
        NeedCapitals = VariantData.Set(Data.NeedCapitals);
        NeedSmall = VariantData.Set(Data.NeedSmall);
        Nouns = VariantData.Set(Data.Nouns);
    }

    /// <summary>Whether there are but forms.</summary>
    public bool ArePlain { get; }

    /// <summary>The language's own data.</summary>
    public VariantLanguage Data { get; }

    /// <summary>Words that are others without their apostrophe: "I'll" and "ill".</summary>
    public FrozenSet<string> NeedApostrophe { get; }

    /// <summary>Words that are others in small letters: "IT" and "it", "March" and "march".</summary>
    public FrozenSet<string> NeedCapitals { get; }

    /// <summary>Words that are others in capitals: "im" and "IM".</summary>
    public FrozenSet<string> NeedSmall { get; }

    /// <summary>Words that are others behind an article: "wont".</summary>
    public FrozenSet<string> Nouns { get; }

    /// <summary>Those of a language; of one that has no data only forms.</summary>
    /// <param name="language">The language as a primary subtag.</param>
    public static WordVariants Of(string language) => New(language, arePlain: false);

    /// <summary>Only the forms of a language, to measure what wordings cost.</summary>
    public static WordVariants Plain(string language) => New(language, arePlain: true);

    private static WordVariants New(string language, bool arePlain) =>
        Known.GetOrAdd((language, arePlain), static key => new WordVariants(key.Language, key.ArePlain));

    /// <summary>Whether a word finds more where it stands in a phrase with others.</summary>
    public bool HasMoreInPhrases(string word) => _inPhrases.ContainsKey(word);

    /// <summary>Whether a blank may stand between thousands and hundreds.</summary>
    public bool HasThousandsByBlank => Data.Thousands.Contains(' ', StringComparison.Ordinal);

    /// <summary>What stands before words with an apostrophe.</summary>
    public IReadOnlyList<string> Elided { get; }

    /// <summary>Whether a word is a number: "five".</summary>
    public bool IsNumeral(string word) => DigitsIn(_anywhere, word) is not null;

    /// <summary>The digits of a word that is a number; null where it is none.</summary>
    public string? DigitsOf(string word) => DigitsIn(_anywhere, word) ?? DigitsIn(_inPhrases, word);

    private static string? DigitsIn(FrozenDictionary<string, string[]> same, string word) =>
        char.IsAsciiDigit(word[0]) ? null : Array.Find(same.GetValueOrDefault(word, []), other => other.All(char.IsAsciiDigit));

    /// <summary>Whether a word is a number with a unit: "5mb", "9am".</summary>
    public bool IsQuantity(string word) =>
        char.IsAsciiDigit(word[0])
        && word.AsSpan().IndexOfAnyExceptInRange('0', '9') is > 0 and var unit
        && _joinedUnits.Contains(word[unit..]);

    /// <summary>Whether a word says which of a row: "fifth".</summary>
    public bool IsOrdinal(string word) =>
        _anywhere.TryGetValue(word, out var same) && same.Any(other => char.IsAsciiDigit(other[0]) && !char.IsAsciiDigit(other[^1]));

    /// <summary>Whether a word finds no more behind another one than alone: "can not" is not in "can didn't".</summary>
    public bool IsAloneBehind(string? before, string word) =>
        before is not null && _auxiliaries.Contains(before) && _directed.Contains(word);

    /// <summary>The forms of a word, with those of its variants.</summary>
    /// <param name="word">The word, folded.</param>
    /// <param name="isAlone">Whether it is a whole phrase.</param>
    public IReadOnlySet<string> Forms(string word, bool isAlone)
    {
        HashSet<string> forms = [.. Inflector.Forms(word, _language)];
        foreach (var form in forms.ToArray())
        {
            if (_anywhere.TryGetValue(form, out var same) && (form == word || Inflector.Forms(form, _language).Contains(word)))
                forms.UnionWith(same.SelectMany(other => FormsLike(form, other)));
        }

        foreach (var form in forms.ToArray())
        {
            if (_things.TryGetValue(form, out var things))
                forms.UnionWith(Several(things));
        }

        if (!isAlone && _inPhrases.TryGetValue(word, out var others))
            forms.UnionWith(others);
        forms.UnionWith(forms.Select(OtherSpelling).OfType<string>().ToArray());
        return forms;
    }

    /// <summary>The forms of a word that names a thing, with those of its variants: one and several. All of them where the language is not
    /// English.</summary>
    /// <param name="word">The word, folded.</param>
    public IReadOnlySet<string> NounForms(string word)
    {
        if (_language != WordLanguage.English)
            return Forms(word, isAlone: false);
        string[] same = [word, .. _anywhere.GetValueOrDefault(word, [])];
        return Several([.. same, .. _things.GetValueOrDefault(word, [])]).ToHashSet(StringComparer.Ordinal);
    }

    // "20" finds "twenty", but not "twenties".
    private IEnumerable<string> FormsLike(string form, string other) =>
        char.IsAsciiDigit(form[0]) ? [other] : Inflector.Forms(other, _language);

    private static IEnumerable<string> Several(IReadOnlyCollection<string> words) =>
        words.Concat(words.Where(CanBeMany).SelectMany(Suffixes.Plural));

    /// <summary>The forms of a word behind what has lost its vowel; none where it begins otherwise than with a vowel or an h.</summary>
    /// <param name="word">The word, folded.</param>
    public IReadOnlySet<string> ElidedForms(string word) =>
        Forms(word, isAlone: false)
            .Where(BeginsWithVowel)
            .SelectMany(form => Elided.Select(before => before + form))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The forms of several words that are as much.</summary>
    /// <param name="words">The words, folded, with <see cref="VariantPart.Or"/> between.</param>
    public IReadOnlySet<string> FormsOfAny(string words) =>
        words
            .Split(VariantPart.Or)
            .SelectMany(word => word.Length > LongestAbbreviation ? NounForms(word) : (IEnumerable<string>)[word])
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Digits behind a decimal point, and those of the same value: of one digit two.</summary>
    public static IReadOnlySet<string> FractionForms(string digits) =>
        digits.Length == 1
            ? new HashSet<string>([digits, digits + '0'], StringComparer.Ordinal)
            : new HashSet<string>([digits], StringComparer.Ordinal);

    /// <summary>Whether what stands before a word loses its vowel.</summary>
    public static bool BeginsWithVowel(string word) => word[0] is 'a' or 'e' or 'i' or 'o' or 'u' or 'h' or 'y';

    private static bool CanBeMany(string word) => word.Length > 1 && word.All(char.IsAsciiLetterLower);

    // "Authorise" and "authorize". What is made so of another word ("advize") is no word, and nobody writes it.
    private string? OtherSpelling(string word)
    {
        for (var length = word.Length - MinStem; length > 0; length--)
        {
            if (_endings.TryGetValue(word.AsSpan(word.Length - length), out var other))
                return word[..^length] + other;
        }

        return null;
    }
}
