using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Matching;

/// <summary>A condition without conditions inside. Verdict and trace come from the same search.</summary>
internal abstract class LeafCondition : CompiledCondition
{
    public override IEnumerable<string> Facts => [];

    /// <inheritdoc cref="TextPattern.MaxStepsPerUnit"/>
    public virtual long MaxStepsPerUnit => 0;

    /// <summary>How the index looks for it; null where it cannot.</summary>
    public virtual Lookup? Lookup => null;

    /// <summary>The field in which the index looks; null where that is the text.</summary>
    public virtual string? LookupField => null;

    /// <summary>The part of the text in which the index looks.</summary>
    public virtual TextPart LookupPart => TextPart.OwnWords;

    /// <summary>The phrases of a <see cref="PhraseLookup"/>; empty where it has another.</summary>
    public virtual IReadOnlyList<Phrase> Phrases => [];

    public sealed override Truth Evaluate(MatchInput text, FactValues facts) => Judge(text, facts, null).Truth;

    /// <summary>What it finds; unknown where it finds nothing and could not look for all.</summary>
    public LeafResult Judge(MatchInput text, FactValues facts, ICollection<Evidence>? evidence)
    {
        var result = Find(text, facts, evidence);
        return result.Truth == Truth.False && text.Work.IsOver ? LeafResult.Unknown : result;
    }

    /// <summary>The same where it is known which alternatives of what its <see cref="Lookup"/> requires may hold; the others need not be
    /// looked for.</summary>
    public LeafResult Judge(MatchInput text, FactValues facts, ICollection<Evidence>? evidence, ReadOnlySpan<bool> mayHold)
    {
        var result = Find(text, facts, evidence, mayHold);
        return result.Truth == Truth.False && text.Work.IsOver ? LeafResult.Unknown : result;
    }

    public sealed override ConditionTrace Trace(MatchInput text, FactValues facts)
    {
        List<Evidence> evidence = [];
        var result = Judge(text, facts, evidence);
        return new ConditionTrace(Pointer, Description, result.Truth, result.Truth == Truth.True ? evidence : [], [])
        {
            Specificity = result.Specificity,
            Denied = FindDenied(text),
            Reached = Reach(text),
        };
    }

    /// <inheritdoc cref="TextPattern.Reach"/>
    protected virtual string? Reach(MatchInput text) => null;

    /// <summary>What it looks for and finds only where it is denied: of each phrase the first.</summary>
    protected virtual IReadOnlyList<DeniedEvidence> FindDenied(MatchInput text) => [];

    /// <param name="text">The issue.</param>
    /// <param name="facts">The facts known so far.</param>
    /// <param name="evidence">Takes what was found; null where nobody wants it.</param>
    protected abstract LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence);

    /// <inheritdoc cref="Judge(MatchInput, FactValues, ICollection{Evidence}, ReadOnlySpan{bool})"/>
    protected virtual LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence, ReadOnlySpan<bool> mayHold) =>
        Find(text, facts, evidence);
}

/// <summary>What a leaf found.</summary>
/// <param name="Truth">Whether it holds.</param>
/// <param name="Specificity">The words and values that had to be there; 0 where it does not hold.</param>
internal readonly record struct LeafResult(Truth Truth, int Specificity)
{
    public static readonly LeafResult Fails = new(Truth.False, 0);
    public static readonly LeafResult Unknown = new(Truth.Unknown, 0);

    public static LeafResult Holds(int specificity) => new(Truth.True, specificity);
}
