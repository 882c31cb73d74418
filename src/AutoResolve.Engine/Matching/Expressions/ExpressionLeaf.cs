namespace AutoResolve.Matching.Expressions;

/// <summary>A compiled expression.</summary>
internal sealed class ExpressionLeaf(CompiledExpression expression, string source) : LeafCondition
{
    public CompiledExpression Expression => expression;

    public override int Cost => 2;

    public override string Description => $"expression {source}";

    public override LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence)
    {
        if (!expression.Holds(text))
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
