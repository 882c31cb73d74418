using AutoResolve.Matching.Values;

namespace AutoResolve.Matching.Conditions;

/// <summary>Compares a field; false where the issue lacks it.</summary>
internal sealed class FieldLeaf(string name, ValueTest test) : LeafCondition
{
    public string Field => name;

    public ValueTest Test => test;

    public override int Cost => test.Cost;

    public override string Description => $"{name} {test.Description}";

    public override LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence) =>
        text.Field(name) is { } value ? test.Test(value, evidence) : LeafResult.Fails;
}
