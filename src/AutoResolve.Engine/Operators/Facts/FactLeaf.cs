using AutoResolve.Matching;
using AutoResolve.Operators.Comparisons;

namespace AutoResolve.Operators.Facts;

/// <summary>Compares a fact; unknown where the fact is.</summary>
internal sealed class FactLeaf(string fact, ValueTest? test) : LeafCondition
{
    // What providers say where they know that there is no such thing.
    private const string None = "none";

    public override int Cost => test?.Cost ?? 0;

    public override long MaxStepsPerUnit => test?.MaxStepsPerUnit ?? 0;

    public override IEnumerable<string> Facts => [fact];

    public override string Description => $"fact {fact} {test?.Description ?? "is not there"}";

    // "Is not there" is true of a fact only where that is known: what is not known may still be there.
    protected override LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence)
    {
        if (facts[fact] is not { } value)
            return LeafResult.Unknown;
        var isNone = value.Equals(None, StringComparison.OrdinalIgnoreCase);
        if (test is null)
            return isNone ? LeafResult.Holds(1) : LeafResult.Fails;
        return isNone && test is ExistsValueTest ? LeafResult.Fails : test.Test(text.OfFact(fact, value), evidence);
    }
}
