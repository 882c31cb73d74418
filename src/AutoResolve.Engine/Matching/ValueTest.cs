using AutoResolve.Words;

namespace AutoResolve.Matching;

/// <summary>Compares a value that is there.</summary>
internal abstract class ValueTest
{
    /// <summary>See <see cref="CompiledCondition.Cost"/>.</summary>
    public virtual int Cost => 0;

    /// <inheritdoc cref="TextPattern.MaxStepsPerUnit"/>
    public virtual long MaxStepsPerUnit => 0;

    /// <summary>The comparison in words, to stand behind the name of what is compared: <c>is "002"</c>.</summary>
    public abstract string Description { get; }

    /// <summary>How the index looks for it in the field; null where any value may pass.</summary>
    public virtual Lookup? Lookup => null;

    /// <summary>The phrases of a <see cref="PhraseLookup"/>; empty where it has another.</summary>
    public virtual IReadOnlyList<Phrase> Phrases => [];

    /// <summary>Compares the value; adds what made it hold to <paramref name="evidence"/>, where it is wanted.</summary>
    public abstract LeafResult Test(TokenizedText value, ICollection<Evidence>? evidence);

    protected static void AddWhole(TokenizedText value, string pointer, string condition, ICollection<Evidence>? evidence) =>
        AddPart(value, 0, value.Text.Length, pointer, condition, evidence);

    protected static void AddPart(
        TokenizedText value,
        int start,
        int length,
        string pointer,
        string condition,
        ICollection<Evidence>? evidence
    ) => evidence?.Add(value.EvidenceOf(new TextRange(start, length), pointer, condition));
}
