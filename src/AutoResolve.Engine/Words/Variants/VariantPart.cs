namespace AutoResolve.Words.Variants;

/// <summary>A part of a phrase or of another wording of it.</summary>
/// <param name="Word">The word, folded; null where it is a list, a prefix or an exact word, which have no other wording.</param>
internal readonly record struct VariantPart(string? Word)
{
    /// <summary>Which part of the phrase it is; -1 where it is none.</summary>
    public int Place { get; init; } = -1;

    /// <summary>In which forms it is found.</summary>
    public WantedForms Forms { get; init; }

    /// <summary>What must stand around it.</summary>
    public WordSigns Signs { get; init; } = WordSigns.None;

    /// <summary>Whether a hyphen stands before it.</summary>
    public bool IsHyphened { get; init; }

    /// <summary>Whether an ampersand stands before it.</summary>
    public bool IsJoinedByAnd { get; init; }

    /// <summary>Whether it has capitals and no small letter.</summary>
    public bool IsInCapitals { get; init; }

    /// <summary>Whether an apostrophe is in it.</summary>
    public bool HasApostrophe { get; init; }

    /// <summary>Whether a full stop stands behind it.</summary>
    public bool HasFullStop { get; init; }

    /// <summary>What stands between words that are as much.</summary>
    public const char Or = '|';

    /// <summary>Any of several words.</summary>
    public static VariantPart AnyOf(IEnumerable<string> words) =>
        new(string.Join(Or, words.Distinct(StringComparer.Ordinal))) { Forms = WantedForms.AnyOf };

    public static VariantPart Exact(string word) => new(word) { Forms = WantedForms.Only };

    public static VariantPart Noun(string word) => new(word) { Forms = WantedForms.Noun };
}

/// <summary>In which forms a word is found.</summary>
internal enum WantedForms : byte
{
    /// <summary>In all.</summary>
    All,

    /// <summary>In those of one that names a thing: one and several.</summary>
    Noun,

    /// <summary>In no other than its own.</summary>
    Only,

    /// <summary>Digits behind a decimal point, and those of the same value: "5" and "50", none and "00".</summary>
    Fraction,

    /// <summary>
    /// Any of several words, with <see cref="VariantPart.Or"/> between: long ones as one and several, abbreviations as they are.
    /// </summary>
    AnyOf,

    /// <summary>In all, each behind a word that has lost its vowel: "l'annulation", "d'annulations".</summary>
    Elided,
}
