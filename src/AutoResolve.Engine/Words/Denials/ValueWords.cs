using System.Collections.Frozen;

namespace AutoResolve.Words.Denials;

/// <summary>The words by which values are denied right before they are named, or said to be all right.</summary>
internal sealed class ValueWords
{
    public ValueWords(IReadOnlyCollection<DenialLanguage> languages)
    {
        Denies = Set(languages, values => values.Denies);
        Between = Set(languages, values => values.Between);
        Names = Set(languages, values => values.Names);
        Are = Set(languages, values => values.Are);
        AllRight = Set(languages, values => values.AllRight);
        Corrects = Set(languages, values => values.Corrects);
        BetweenCorrecting = Set([.. languages.Where(language => language.Values.Corrects.Length > 0)], values => values.Between);
    }

    public FrozenSet<string> Denies { get; }

    /// <summary>
    /// What may stand between. Only these, since "not sure, labs" and "it does not work on my phone" name what they name.
    /// </summary>
    public FrozenSet<string> Between { get; }

    /// <summary>What a value may be called right before it: "not error code 500", but "no error on my phone" names the phone.</summary>
    public FrozenSet<string> Names { get; }

    public FrozenSet<string> Are { get; }

    public FrozenSet<string> AllRight { get; }

    /// <summary>What does not deny but correct, where words of its language stand between: "no the labs", but not "no los labs".</summary>
    public FrozenSet<string> Corrects { get; }

    /// <summary>What may stand between in a language in which something corrects.</summary>
    public FrozenSet<string> BetweenCorrecting { get; }

    private static FrozenSet<string> Set(IReadOnlyCollection<DenialLanguage> languages, Func<ValueSource, string> words) =>
        languages.SelectMany(language => DenialWords.Words(words(language.Values), language)).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>See <see cref="ValueWords"/>.</summary>
internal sealed record ValueSource
{
    public string Denies { get; init; } = "";

    public string Between { get; init; } = "";

    public string Names { get; init; } = "";

    public string Are { get; init; } = "";

    public string AllRight { get; init; } = "";

    public string Corrects { get; init; } = "";
}
