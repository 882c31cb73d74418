using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Fields;

/// <summary>Compares a field; false where the issue lacks it.</summary>
internal sealed class FieldLeaf(string name, ValueTest test) : LeafCondition
{
    public ValueTest Test => test;

    public override Lookup? Lookup => test.Lookup;

    public override string? LookupField => name;

    public override IReadOnlyList<Phrase> Phrases => test.Phrases;

    public override int Cost => test.Cost;

    public override long MaxStepsPerUnit => test.MaxStepsPerUnit;

    public override string Description => $"{name} {test.Description}";

    protected override LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence) =>
        text.Field(name) is { } value ? test.Test(value, evidence) : LeafResult.Fails;
}

/// <summary>The issue lacks a field.</summary>
internal sealed class AbsentCondition(string name) : LeafCondition
{
    public override int Cost => 0;

    public override string Description => $"{name} is not there";

    protected override LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence) =>
        text.Field(name) is null ? LeafResult.Holds(1) : LeafResult.Fails;
}
