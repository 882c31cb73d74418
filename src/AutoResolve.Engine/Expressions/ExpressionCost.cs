using System.Linq.Expressions;
using System.Text;
using AutoResolve.Budgets;

namespace AutoResolve.Expressions;

/// <summary>Bounds what an expression costs, in steps for 1,024 UTF-16 units of all that the issue has.</summary>
/// <remarks>What an expression reads is no longer than the issue, or, put together, so many times as long.</remarks>
internal sealed class ExpressionCost : ExpressionVisitor
{
    private const long Units = 1_024;

    // Comparing and searching for one letter, many at a time; copying.
    private const long Reading = Units / WorkBudget.UnitsPerStep;
    private const long Copying = Units / 4;
    private const long Max = int.MaxValue;

    private long _steps;

    /// <param name="expression">An expression that is checked.</param>
    public static long PerUnits(Expression expression)
    {
        var cost = new ExpressionCost();
        cost.Visit(expression);
        return cost._steps;
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.Left.Type == typeof(string))
            Add(LengthOf(node) + LengthOf(node.Left) + LengthOf(node.Right), node.NodeType == ExpressionType.Add ? Copying : Reading);
        return base.VisitBinary(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Object?.Type == typeof(ExpressionIssue))
            Add(1, Copying);
        else
            Add(
                Math.Max(1, (node.Object is null ? 0 : LengthOf(node.Object)) + node.Arguments.Sum(LengthOf)),
                node.Method.Name switch
                {
                    nameof(string.ToLowerInvariant) or nameof(string.ToUpperInvariant) => Units,
                    nameof(string.Contains) or nameof(string.IndexOf) => Searching(node, isBackwards: false),
                    nameof(string.LastIndexOf) => Searching(node, isBackwards: true),
                    nameof(string.Substring) or nameof(string.Trim) or nameof(string.TrimStart) or nameof(string.TrimEnd) => Copying,
                    nameof(string.Concat) => Copying,
                    _ => Reading,
                }
            );
        return base.VisitMethodCall(node);
    }

    // The library compares letter by letter where case does not count, and always so backwards; else many places at a time.
    private static long Searching(MethodCallExpression call, bool isBackwards)
    {
        if (call.Arguments[0].Type == typeof(char))
            return Reading;
        var sought = (call.Arguments[0] as ConstantExpression)?.Value as string;
        var length = sought?.Length ?? BoundedSearch.MaxLength;
        if (call.Arguments[^1] is ConstantExpression { Value: StringComparison.Ordinal })
            return (2 * Reading) + (2 * length);
        if (isBackwards)
            return Units * (3 + length);
        return sought is not null && Ascii.IsValid(sought) ? (2 * Reading) + (2 * length) : (3 * Units) + (180 * length);
    }

    // In lengths of the issue. What is written out is short.
    private static long LengthOf(Expression text) =>
        text switch
        {
            _ when text.Type != typeof(string) => 0,
            ConstantExpression => 0,
            BinaryExpression { NodeType: ExpressionType.Add } sum => Math.Min(Max, LengthOf(sum.Left) + LengthOf(sum.Right)),
            ConditionalExpression either => Math.Max(LengthOf(either.IfTrue), LengthOf(either.IfFalse)),
            MethodCallExpression { Object: { } whole } when whole.Type == typeof(string) => LengthOf(whole),
            MethodCallExpression { Object: null } call => Math.Min(Max, call.Arguments.Sum(LengthOf)),
            _ => 1,
        };

    private void Add(long lengths, long steps) => _steps = Math.Min(Max, _steps + (lengths * steps));
}
