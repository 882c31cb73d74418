using AutoResolve.Expressions;
using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Operators.Expressions;

/// <summary>A compiled expression.</summary>
internal sealed class ExpressionLeaf(CompiledExpression expression, LiteralRequirement? runs, string source) : LeafCondition
{
    public override Lookup? Lookup => runs is null ? null : new LiteralLookup(runs);

    // An expression reads the text with all its quotes.
    public override TextPart LookupPart => TextPart.Everything;

    public override int Cost => 2;

    public override long MaxStepsPerUnit => expression.StepsFor(1);

    public override string Description => $"expression {source}";

    protected override LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence)
    {
        if (!expression.Holds(text.ForExpressions, text.Work))
            return LeafResult.Fails;
        evidence?.Add(
            new Evidence
            {
                Source = "expression",
                Start = 0,
                Length = 0,
                Pointer = Pointer,
                Condition = source,
            }
        );
        return LeafResult.Holds(1);
    }
}
