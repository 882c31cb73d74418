using AutoResolve.Words;

namespace AutoResolve.Matching;

/// <summary>Something to look for in texts. The texts are looked at in order, each for itself.</summary>
internal abstract class TextPattern
{
    /// <summary>See <see cref="CompiledCondition.Cost"/>.</summary>
    public virtual int Cost => 0;

    /// <summary>What is looked for, in words.</summary>
    public abstract string Description { get; }

    /// <summary>
    /// Looks in all texts. Without <paramref name="evidence"/> it stops when the verdict is certain; the specificity is then not.
    /// </summary>
    public abstract LeafResult Find(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence);
}
