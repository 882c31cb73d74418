using System.Globalization;
using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Comparisons;

/// <summary>Compares numbers; what is no number compares false.</summary>
internal sealed class NumberValueTest(bool atLeast, decimal bound, string pointer) : ValueTest
{
    public override string Description => string.Create(CultureInfo.InvariantCulture, $"is at {(atLeast ? "least" : "most")} {bound}");

    public override LeafResult Test(TokenizedText value, ICollection<Evidence>? evidence)
    {
        if (!NumberText.TryRead(value.Text, out var number) || (atLeast ? number < bound : number > bound))
        {
            return LeafResult.Fails;
        }

        AddWhole(value, pointer, bound.ToString(CultureInfo.InvariantCulture), evidence);
        return LeafResult.Holds(1);
    }
}
