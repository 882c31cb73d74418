using System.Linq.Expressions;

namespace AutoResolve.Expressions;

/// <summary>
/// Walks an expression, notes the first thing that rules may not use, and makes comparisons of text independent of the machine's culture.
/// </summary>
internal sealed class ExpressionGuard(ParameterExpression issue) : ExpressionVisitor
{
    private static readonly HashSet<ExpressionType> Operators =
    [
        ExpressionType.Equal,
        ExpressionType.NotEqual,
        ExpressionType.LessThan,
        ExpressionType.LessThanOrEqual,
        ExpressionType.GreaterThan,
        ExpressionType.GreaterThanOrEqual,
        ExpressionType.AndAlso,
        ExpressionType.OrElse,
        ExpressionType.And,
        ExpressionType.Or,
        ExpressionType.Add,
        ExpressionType.Subtract,
        ExpressionType.Multiply,
        ExpressionType.Divide,
        ExpressionType.Modulo,
        ExpressionType.Not,
        ExpressionType.Negate,
        ExpressionType.Convert,
        ExpressionType.Conditional,
        ExpressionType.Constant,
        ExpressionType.Parameter,
        ExpressionType.MemberAccess,
        ExpressionType.Call,
    ];

    private static readonly HashSet<Type> Values =
    [
        typeof(string),
        typeof(char),
        typeof(bool),
        typeof(int),
        typeof(long),
        typeof(double),
        typeof(decimal),
        typeof(StringComparison),
    ];

    public ForbiddenName? Forbidden { get; private set; }

    /// <summary>The names given to <c>Field</c>.</summary>
    public HashSet<string> FieldsRead { get; } = [];

    /// <summary>The names given to <c>Has</c>.</summary>
    public HashSet<string> FieldsTested { get; } = [];

    public override Expression? Visit(Expression? node)
    {
        if (node is null || Forbidden is not null)
            return node;
        if (!Operators.Contains(node.NodeType))
            return Forbid(
                node,
                new(
                    Name(node.NodeType),
                    $"Expressions may not use '{Name(node.NodeType)}'. They compare members of 'issue' with ==, !=, <, >, && and ||.",
                    null
                )
            );
        return base.Visit(node);
    }

    protected override Expression VisitParameter(ParameterExpression node) =>
        node == issue ? node : Forbid(node, AllowedMembers.Forbid(node.Name ?? "", typeof(ExpressionIssue)));

    protected override Expression VisitConstant(ConstantExpression node)
    {
        if (node.Value is StringComparison comparison && !AllowedMembers.Allows(comparison))
            return Forbid(node, AllowedMembers.ForbidComparison(comparison.ToString()));
        return node.Value is null || Values.Contains(node.Type) ? node : Forbid(node, AllowedMembers.Forbid(node.Type.Name, null));
    }

    // By a conversion a number would become any comparison, whatever constants are allowed.
    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (IsEnum(node.Type) || IsEnum(node.Operand.Type))
            return Forbid(
                node,
                AllowedMembers.ForbidConversion(node.Operand is ConstantExpression { Value: { } value } ? $"{value}" : node.Type.Name)
            );
        return node.Method is null && Values.Contains(Nullable.GetUnderlyingType(node.Type) ?? node.Type)
            ? base.VisitUnary(node)
            : Forbid(node, AllowedMembers.Forbid(node.Type.Name, null));
    }

    // In these the inner parts come first, so that what is reported is the first forbidden name as one reads.
    protected override Expression VisitBinary(BinaryExpression node)
    {
        var visited = base.VisitBinary(node);
        return node.Method is null || AllowedMembers.Allows(node.Method)
            ? visited
            : Forbid(node, AllowedMembers.Forbid(node.Method.Name, node.Method.DeclaringType));
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        var visited = base.VisitMember(node);
        return AllowedMembers.Allows(node.Member)
            ? visited
            : Forbid(node, AllowedMembers.Forbid(node.Member.Name, node.Member.DeclaringType));
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType == typeof(ExpressionIssue) && AllowedMembers.Allows(node.Method))
            return VisitField(node);
        var visited = base.VisitMethodCall(OrdinalCalls.Rewrite(node));
        if (!AllowedMembers.Allows(node.Method))
            return Forbid(node, ForbidCall(node));
        return visited is MethodCallExpression call && AllowedMembers.IsSearch(call.Method) ? BoundedSearch.Rewrite(call) : visited;
    }

    private Expression VisitField(MethodCallExpression node)
    {
        if (node.Arguments is not [ConstantExpression { Value: string name }])
            return Forbid(
                node,
                new(
                    node.Method.Name,
                    $"The name in '{node.Method.Name}(…)' must be written out in quotes, as in issue.{node.Method.Name}(\"errorCode\").",
                    null
                )
            );
        (node.Method.Name == nameof(ExpressionIssue.Field) ? FieldsRead : FieldsTested).Add(name);
        return base.VisitMethodCall(node);
    }

    private static ForbiddenName ForbidCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType == typeof(string) && node.Method.Name == nameof(string.Compare))
            return new("<", "Expressions may not compare texts with < or >. Compare numbers, or use == and !=.", null);
        var owner = node.Object?.Type == typeof(ExpressionIssue) ? typeof(ExpressionIssue) : typeof(string);
        return AllowedMembers.Forbid(node.Method.Name, owner);
    }

    private static bool IsEnum(Type type) => (Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    private Expression Forbid(Expression node, ForbiddenName forbidden)
    {
        Forbidden ??= forbidden;
        return node;
    }

    private static string Name(ExpressionType type) =>
        type switch
        {
            ExpressionType.New or ExpressionType.MemberInit => "new",
            ExpressionType.Lambda or ExpressionType.Quote => "=>",
            ExpressionType.NewArrayInit or ExpressionType.NewArrayBounds => "in",
            ExpressionType.TypeIs or ExpressionType.TypeEqual => "is",
            ExpressionType.TypeAs => "as",
            _ => type.ToString(),
        };
}
