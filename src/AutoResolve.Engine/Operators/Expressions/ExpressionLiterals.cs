using System.Linq.Expressions;
using AutoResolve.Expressions;
using AutoResolve.Words;

namespace AutoResolve.Operators.Expressions;

/// <summary>Finds the runs that title and text must have for an expression to hold: those of the strings that it searches there.</summary>
internal static class ExpressionLiterals
{
    public static LiteralRequirement? Of(Expression expression) =>
        expression switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both => LiteralRequirement.All(
                Of(both.Left),
                Of(both.Right)
            ),
            BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either => LiteralRequirement.Any(
                Of(either.Left),
                Of(either.Right)
            ),
            BinaryExpression { NodeType: ExpressionType.Equal } equal => OfText(equal.Left, equal.Right) ?? OfText(equal.Right, equal.Left),
            MethodCallExpression { Object: { } text, Method.Name: "Contains" or "StartsWith" or "EndsWith" or "Equals" } call
                when IsOrdinal(call) => OfText(text, call.Arguments[0]),
            _ => null,
        };

    private static LiteralRequirement? OfText(Expression text, Expression searched) =>
        IsText(text) && searched is ConstantExpression { Value: { } value } && value is string or char
            ? LiteralRequirement.OfString(value.ToString()!)
            : null;

    // Other comparisons, of cultures, may pass over characters.
    private static bool IsOrdinal(MethodCallExpression call) =>
        call.Arguments.Count == 1
        || (call.Arguments is [_, ConstantExpression { Value: StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase }]);

    private static bool IsText(Expression expression) =>
        expression switch
        {
            MemberExpression { Member.Name: nameof(ExpressionIssue.Text) or nameof(ExpressionIssue.Title) } member => member
                .Expression
                ?.Type == typeof(ExpressionIssue),
            MethodCallExpression
            {
                Object: { } inner,
                Method.Name: "ToLowerInvariant" or "ToUpperInvariant" or "Trim" or "TrimStart" or "TrimEnd"
            } => IsText(inner),
            _ => false,
        };
}
