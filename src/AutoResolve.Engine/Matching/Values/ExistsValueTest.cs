using AutoResolve.Matching.Conditions;
using AutoResolve.Matching.Text;

namespace AutoResolve.Matching.Values;

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
