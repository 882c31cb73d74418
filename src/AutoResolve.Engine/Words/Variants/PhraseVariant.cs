namespace AutoResolve.Words.Variants;

/// <summary>A phrase in another wording.</summary>
/// <param name="Parts">Its parts.</param>
/// <param name="Kinds">Why it is as much, for each piece that is worded otherwise.</param>
internal sealed record PhraseVariant(IReadOnlyList<VariantPart> Parts, IReadOnlyList<WordingKind> Kinds)
{
    public static readonly PhraseVariant Empty = new([], []);

    public PhraseVariant With(Rewriting piece) => new([.. Parts, .. piece.Parts], [.. Kinds, piece.Kind]);
}
