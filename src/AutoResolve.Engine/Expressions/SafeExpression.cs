using System.Linq.Expressions;

namespace AutoResolve.Expressions;

/// <summary>An expression that names nothing but what rules may use.</summary>
/// <param name="Tree">The expression.</param>
/// <param name="RequiredFields">The fields that it reads without asking whether they are there.</param>
internal sealed record SafeExpression(Expression<Func<ExpressionIssue, bool>> Tree, IReadOnlyList<string> RequiredFields)
{
    public CompiledExpression Compile() => new(Tree.Compile(), RequiredFields, ExpressionCost.PerUnits(Tree.Body));
}
