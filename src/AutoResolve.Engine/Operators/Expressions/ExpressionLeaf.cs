using AutoResolve.Expressions;
using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Expressions;

/// <summary>A compiled expression.</summary>
internal sealed class ExpressionLeaf(CompiledExpression expression, LiteralRequirement? runs, string source) : LeafCondition
{
    /// <summary>The runs that title and text must have for it to hold; null where nothing is known.</summary>
    public LiteralRequirement? Runs => runs;

    public override int Cost => 2;

    public override string Description => $"expression {source}";

    public override LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence)
    {
        if (!expression.Holds(text.ForExpressions))
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
