using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Comparisons;

/// <summary>Reads the value as text.</summary>
internal sealed class PatternValueTest(TextPattern pattern) : ValueTest
{
    public TextPattern Pattern => pattern;

    public override Lookup? Lookup => pattern.Lookup;

    public override IReadOnlyList<Phrase> Phrases => pattern.Phrases;

    public override int Cost => pattern.Cost;

    public override long MaxStepsPerUnit => pattern.MaxStepsPerUnit;

    public override string Description => "has " + pattern.Description;

    public override LeafResult Test(TokenizedText value, ICollection<Evidence>? evidence) => pattern.Find([value], evidence);
}
