using AutoResolve.Matching.Conditions;
using AutoResolve.Matching.Patterns;
using AutoResolve.Matching.Text;

namespace AutoResolve.Matching.Values;

/// <summary>Reads the value as text.</summary>
internal sealed class PatternValueTest(TextPattern pattern) : ValueTest
{
    public TextPattern Pattern => pattern;

    public override int Cost => pattern.Cost;

    public override string Description => "has " + pattern.Description;

    public override LeafResult Test(TokenizedText value, ICollection<Evidence>? evidence) => pattern.Find([value], evidence);
}
