using AutoResolve.Words;

namespace AutoResolve.Matching;

/// <summary>Something to look for in texts. The texts are looked at in order, each for itself.</summary>
internal abstract class TextPattern
{
    /// <summary>See <see cref="CompiledCondition.Cost"/>.</summary>
    public virtual int Cost => 0;

    /// <summary>The most steps of work for a UTF-16 unit of the text; 0 where it looks for words.</summary>
    public virtual long MaxStepsPerUnit => 0;

    /// <summary>What is looked for, in words.</summary>
    public abstract string Description { get; }

    /// <summary>How the index looks for it.</summary>
    public abstract Lookup Lookup { get; }

    /// <summary>The phrases of a <see cref="PhraseLookup"/>; empty where it has another.</summary>
    public virtual IReadOnlyList<Phrase> Phrases => [];

    /// <summary>How far it comes, for a person who asks; null where it only holds or not.</summary>
    public virtual string? Reach(ReadOnlySpan<TokenizedText> views) => null;

    /// <summary>
    /// Looks in all texts. Without <paramref name="evidence"/> it stops when the verdict is certain; the specificity is then not.
    /// </summary>
    public abstract LeafResult Find(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence);

    /// <summary>The same where it is known which alternatives of what its <see cref="Lookup"/> requires may hold.</summary>
    public virtual LeafResult Find(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence, ReadOnlySpan<bool> mayHold) =>
        Find(views, evidence);
}
