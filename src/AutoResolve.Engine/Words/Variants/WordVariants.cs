using System.Collections.Frozen;
using System.Text.Json;
using AutoResolve.Words.Inflection.English;

namespace AutoResolve.Words.Variants;

/// <summary>What one word of a rule finds: its forms, and those of the words that are one with it.</summary>
internal static class WordVariants
{
    private const string Resource = "variants.json";
    private const string BritishIse = "is";
    private const string AmericanIze = "iz";

    private static readonly string[] AfterIze = ["e", "es", "ed", "er", "ing", "ation", "ations"];
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The languages, by their primary subtags.</summary>
    public static readonly FrozenDictionary<string, VariantLanguage> Languages = Read();

    /// <summary>Words that are others without their apostrophe: "I'll" and "ill".</summary>
    public static readonly FrozenSet<string> NeedApostrophe = Split(language => language.NeedApostrophe);

    /// <summary>Words that are others in small letters: "IT" and "it", "March" and "march".</summary>
    public static readonly FrozenSet<string> NeedCapitals = Split(language => language.NeedCapitals);

    /// <summary>What stands before nouns and before no verb: "the".</summary>
    public static readonly FrozenSet<string> Determiners = Split(language => language.Determiners);

    private static readonly FrozenDictionary<string, string[]> Anywhere = Group(Languages["en"].Words);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Tens = Anywhere
        .Where(entry => entry.Value.Any(word => word is [>= '2' and <= '9', '0']))
        .Select(entry => entry.Key)
        .Where(word => word.All(char.IsAsciiLetter))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, string[]> InPhrases = Group(Languages["en"].InPhrases);
    private static readonly FrozenSet<string> Auxiliaries = Split(language => language.Auxiliaries);
    private static readonly FrozenDictionary<string, string[]> Also = Languages["en"]
        .Also.Select(line => Tokenizer.Read(line).Select(word => word.Folded).ToArray())
        .ToFrozenDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);

    /// <summary>Whether a word finds more where it stands in a phrase with others.</summary>
    public static bool HasMoreInPhrases(string word) => InPhrases.ContainsKey(word) || Also.ContainsKey(word);

    /// <summary>Whether a word is a number: "five".</summary>
    public static bool IsNumeral(string word) =>
        Anywhere.TryGetValue(word, out var same) && same.Any(other => other.All(char.IsAsciiDigit));

    /// <summary>Whether another number may follow a word that is one: "fifty".</summary>
    public static bool IsTens(ReadOnlySpan<char> word) => Tens.Contains(word);

    /// <summary>Whether a word finds no more behind another one than alone: "can not" is not in "can didn't".</summary>
    public static bool IsAloneBehind(string? before, string word) =>
        before is not null && Auxiliaries.Contains(before) && Also.ContainsKey(word);

    /// <summary>The forms of a word, with those of its variants.</summary>
    /// <param name="word">The word, folded.</param>
    /// <param name="isAlone">Whether it is a whole phrase.</param>
    public static IReadOnlySet<string> Forms(string word, bool isAlone)
    {
        HashSet<string> forms = [.. EnglishInflection.Forms(word)];
        foreach (var form in forms.ToArray())
        {
            if (Anywhere.TryGetValue(form, out var same) && (form == word || EnglishInflection.Forms(form).Contains(word)))
                forms.UnionWith(same.SelectMany(EnglishInflection.Forms));
        }

        if (!isAlone && InPhrases.TryGetValue(word, out var others))
            forms.UnionWith(others);
        if (!isAlone && Also.TryGetValue(word, out var also))
            forms.UnionWith(also);
        forms.UnionWith(forms.Select(OtherSpelling).OfType<string>().ToArray());
        return forms;
    }

    /// <summary>The folded words of one entry of all languages.</summary>
    public static FrozenSet<string> Split(Func<VariantLanguage, string> words) =>
        Languages
            .Values.SelectMany(language => Tokenizer.Read(words(language)))
            .Select(word => word.Folded)
            .ToFrozenSet(StringComparer.Ordinal);

    // "Authorise" and "authorize". What is made so of another word ("advize") is no word, and nobody writes it.
    private static string? OtherSpelling(string word)
    {
        foreach (var ending in AfterIze)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var stem = word[..^ending.Length];
            if (stem.Length >= 5 && stem.EndsWith(BritishIse, StringComparison.Ordinal))
                return string.Concat(stem.AsSpan(0, stem.Length - 2), AmericanIze, ending);
            if (stem.Length >= 5 && stem.EndsWith(AmericanIze, StringComparison.Ordinal))
                return string.Concat(stem.AsSpan(0, stem.Length - 2), BritishIse, ending);
        }

        return null;
    }

    /// <summary>By word, all words of its lines.</summary>
    public static FrozenDictionary<string, string[]> Group(IEnumerable<string> lines) =>
        lines
            .Select(line => Tokenizer.Read(line).Select(word => word.Folded).ToArray())
            .SelectMany(words => words.Select(word => KeyValuePair.Create(word, words)))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.SelectMany(pair => pair.Value).Distinct(StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal
            );

    private static FrozenDictionary<string, VariantLanguage> Read()
    {
        using var stream = typeof(WordVariants).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, VariantLanguage>>(stream, Options)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
