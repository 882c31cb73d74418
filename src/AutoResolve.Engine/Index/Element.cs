using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>
/// A part of a phrase as a number: the complement of the list, or the term of the word and which typing errors it bears.
/// </summary>
internal static class Element
{
    /// <summary>All tolerances: the word satisfies the term as it stands.</summary>
    public const byte Any = 0b111_1111;

    /// <summary>The tolerance of rules.</summary>
    public const int OfRule = (1 << Rule) | (1 << (Rule | Compound));

    /// <summary>The tolerances of words that are found in compounds.</summary>
    public const int OfCompound = (1 << Compound) | (1 << (Rule | Compound)) | (1 << (Guard | Compound));

    /// <summary>The most terms that there can be.</summary>
    public const int MaxTerm = (1 << Shift) - 1;

    private const int Shift = 28;
    private const int Rule = 1;
    private const int Guard = 2;
    private const int GuardOnly = 3;

    // Beside that of rules, of guards, or none.
    private const int Compound = 4;

    /// <summary>The number of a part that is a word.</summary>
    public static int Of(int term, PhraseElement part) => part is WordElement word ? term | (ToleranceOf(word) << Shift) : term;

    public static int TermOf(int element) => element & MaxTerm;

    /// <summary>The bit among the tolerances of a word that it asks for.</summary>
    public static int ToleranceOf(int element) => element >> Shift;

    /// <summary>The tolerances of guards for a word with so many errors.</summary>
    public static int OfGuard(int edits) => (1 << Guard) | (1 << (Guard | Compound)) | (edits == 1 ? 1 << GuardOnly : 0);

    private static int ToleranceOf(WordElement word)
    {
        var errors = (word.Spelling, word.IsOnly) switch
        {
            (SpellingTolerance.OneError, false) => Rule,
            (SpellingTolerance.Guard, false) => Guard,
            (SpellingTolerance.Guard, true) => GuardOnly,
            _ => 0,
        };
        return word.IsInCompounds ? errors | Compound : errors;
    }
}
