using AutoResolve.Matching;
using AutoResolve.Operators.Fields;
using AutoResolve.Words;

namespace AutoResolve.Operators.Comparisons;

/// <summary>The value is there; <see cref="AbsentCondition"/> is the other half.</summary>
internal sealed class ExistsValueTest(string pointer) : ValueTest
{
    public override string Description => "is there";

    public override LeafResult Test(TokenizedText value, ICollection<Evidence>? evidence)
    {
        AddWhole(value, pointer, "exists", evidence);
        return LeafResult.Holds(1);
    }
}
