using System.Linq.Expressions;
using System.Reflection;

namespace AutoResolve.Matching.Expressions;

/// <summary>Reads a parsed expression before it is compiled: whether it keeps to the allow-list, and which fields it cannot do without.</summary>
internal sealed class ExpressionSurvey : ExpressionVisitor
{
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _tested = new(StringComparer.OrdinalIgnoreCase);

    private ExpressionSurvey()
    {
    }

    public static IReadOnlyList<string> IssueMembers { get; } =
        [.. typeof(ExpressionIssue).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(member => member.Name)];

    // None of these makes a string longer.
    public static IReadOnlyList<string> StringMembers { get; } =
        ["Contains", "StartsWith", "EndsWith", "Equals", "IndexOf", "Length", "Trim", "ToLowerInvariant", "ToUpperInvariant", "IsNullOrEmpty", "IsNullOrWhiteSpace", "Compare"];

    /// <summary>The first thing outside the allow-list; null where there is none.</summary>
    public string? Refused { get; private set; }

    /// <summary>Fields that are read and not tested with <c>Has</c>: without them the expression does not hold.</summary>
    public IReadOnlyList<string> RequiredFields => [.. _read.Except(_tested, StringComparer.OrdinalIgnoreCase)];

    public static ExpressionSurvey Of(Expression expression)
    {
        var survey = new ExpressionSurvey();
        survey.Visit(expression);
        return survey;
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is null or UnaryExpression or BinaryExpression or ConditionalExpression or ConstantExpression or ParameterExpression
            or MemberExpression or MethodCallExpression)
        {
            return base.Visit(node);
        }

        Refused ??= node.NodeType.ToString();
        return node;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        var allowed = node.Member.DeclaringType == typeof(ExpressionIssue)
            || (node.Member.DeclaringType == typeof(string) && StringMembers.Contains(node.Member.Name))
            || IsWrappedConstant(node);
        if (!allowed)
            Refused ??= node.Member.Name;
        return base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType == typeof(ExpressionIssue))
            NoteField(node);
        else if (node.Method.DeclaringType != typeof(string) || !StringMembers.Contains(node.Method.Name))
            Refused ??= node.Method.Name;
        return base.VisitMethodCall(node);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        // Adding strings makes longer strings; operators of other types are methods, some of which do more than compare.
        if (node.NodeType == ExpressionType.Add && node.Type == typeof(string))
            Refused ??= "+";
        return base.VisitBinary(node);
    }

    // The parser turns a constant into a field of a class of its own, so that expressions can be cached.
    private static bool IsWrappedConstant(MemberExpression node) =>
        node.Expression is ConstantExpression && node.Member.DeclaringType?.Namespace?.StartsWith("System.Linq.Dynamic.Core", StringComparison.Ordinal) == true;

    private void NoteField(MethodCallExpression call)
    {
        if (ConstantOf(call.Arguments[0]) is not { } name)
            Refused ??= call.Method.Name;
        else
            (call.Method.Name == nameof(ExpressionIssue.Has) ? _tested : _read).Add(name);
    }

    private static string? ConstantOf(Expression argument) => argument switch
    {
        ConstantExpression { Value: string name } => name,
        MemberExpression { Expression: ConstantExpression wrapper, Member: FieldInfo field } => field.GetValue(wrapper.Value) as string,
        MemberExpression { Expression: ConstantExpression wrapper, Member: PropertyInfo property } => property.GetValue(wrapper.Value) as string,
        _ => null,
    };
}
