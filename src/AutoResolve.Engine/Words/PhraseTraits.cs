namespace AutoResolve.Words;

/// <summary>What phrases have in common that are read alike. Equal ones are shared: there are many phrases, and few ways to read
/// them.</summary>
/// <param name="Spelling">Which typing errors its words bear.</param>
/// <param name="EvenDenied">Whether it is also found where its sentence denies it.</param>
/// <param name="AcrossSentences">Whether it may run on over the end of a sentence.</param>
/// <param name="Exceptions">Phrases of which it may be no part where it stands; null where there are none.</param>
/// <param name="Kinds">Why it is one with what its author wrote.</param>
/// <param name="Known">The words of all phrases.</param>
internal sealed record PhraseTraits(
    SpellingTolerance Spelling,
    bool EvenDenied,
    bool AcrossSentences,
    CompiledList? Exceptions,
    IReadOnlyList<WordingKind> Kinds,
    SpellingWords Known
)
{
    /// <summary>The kind of what its author wrote.</summary>
    public static readonly IReadOnlyList<WordingKind> AsWritten = [WordingKind.Written];
}
