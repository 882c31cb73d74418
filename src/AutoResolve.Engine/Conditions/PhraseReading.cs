using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Conditions;

/// <summary>How freely a phrase is compared with what people wrote.</summary>
/// <param name="Spelling">Which typing errors it bears.</param>
/// <param name="EvenDenied">Whether it is also found where its sentence denies it.</param>
/// <param name="AcrossSentences">Whether it may run on over the end of a sentence.</param>
internal readonly record struct PhraseReading(SpellingTolerance Spelling, bool EvenDenied, bool AcrossSentences)
{
    /// <summary>What lets a rule hold.</summary>
    public static readonly PhraseReading OfRule = new(SpellingTolerance.OneError, EvenDenied: false, AcrossSentences: false);

    /// <summary>What lets a guard hold: a guard that is wrong costs a look, one that is blind costs more.</summary>
    public static readonly PhraseReading OfGuard = new(SpellingTolerance.Guard, EvenDenied: true, AcrossSentences: true);

    /// <summary>The words as they are: what keeps a rule from holding, and what no person typed.</summary>
    public static readonly PhraseReading Exact = new(SpellingTolerance.None, EvenDenied: true, AcrossSentences: false);

    /// <summary>Whether a German word is also found as the first or last part of a compound.</summary>
    public bool Compounds { get; init; }

    /// <summary>The same, no freer than options allow.</summary>
    public PhraseReading With(PhraseOptions options) =>
        new(options.Typos ? Spelling : SpellingTolerance.None, EvenDenied || options.Denied, AcrossSentences || options.AcrossSentences)
        {
            Compounds = Compounds || options.Compounds,
        };
}
