namespace AutoResolve.Rules;

/// <summary>What an author says about how phrases are compared.</summary>
/// <param name="Typos">Whether a word with a typing error counts.</param>
/// <param name="Denied">Whether a phrase counts also where its sentence denies it.</param>
/// <param name="AcrossSentences">Whether a phrase may run on over the end of a sentence.</param>
/// <param name="Compounds">Whether a German word counts as the first or last part of a compound.</param>
internal readonly record struct PhraseOptions(bool Typos, bool Denied, bool AcrossSentences, bool Compounds)
{
    /// <summary>Nothing said.</summary>
    public static readonly PhraseOptions Default = new(Typos: true, Denied: false, AcrossSentences: false, Compounds: false);
}
