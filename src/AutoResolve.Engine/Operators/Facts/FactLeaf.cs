using AutoResolve.Matching;

namespace AutoResolve.Operators.Facts;

/// <summary>Compares a fact; unknown where the fact is.</summary>
internal sealed class FactLeaf(string fact, ValueTest? test) : LeafCondition
{
    public override int Cost => test?.Cost ?? 0;

    public override IEnumerable<string> Facts => [fact];

    public override string Description => $"fact {fact} {test?.Description ?? "is not there"}";

    // "Is not there" is never true of a fact: what is not known may still be there.
    public override LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence) =>
        facts[fact] is not { } value ? LeafResult.Unknown : test?.Test(text.OfFact(fact, value), evidence) ?? LeafResult.Fails;
}
