namespace AutoResolve.Matching.Conditions;

/// <summary>The issue lacks a field.</summary>
internal sealed class AbsentCondition(string name) : LeafCondition
{
    public override int Cost => 0;

    public override string Description => $"{name} is not there";

    public override LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence) =>
        text.Field(name) is null ? LeafResult.Holds(1) : LeafResult.Fails;
}
