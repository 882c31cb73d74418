using Fluid.Ast;

namespace AutoResolve.Decisions.Templates;

/// <summary>Walks a parsed template: which placeholders, filters and tags it uses, and which values it cannot do without.</summary>
internal sealed class TemplateSurvey
{
    /// <summary>Stands in a placeholder's name for a part that is only known when it is printed.</summary>
    public const string Computed = "[…]";

    private const int DeepestExpression = 50;

    private readonly Stack<HashSet<string>> _tested = new();
    private readonly List<string> _placeholders = [];
    private readonly List<string> _filters = [];
    private readonly List<string> _tags = [];
    private readonly List<string> _badArguments = [];
    private readonly HashSet<MemberExpression> _required = new(ReferenceEqualityComparer.Instance);
    private int _depth;

    public TemplateSurvey(IReadOnlyList<Statement> statements) => Walk(statements);

    /// <summary>Every placeholder, as <c>issue.fields.userId</c>.</summary>
    public IReadOnlyList<string> Placeholders => _placeholders;

    public IReadOnlyList<string> Filters => _filters;

    /// <summary>Tags and expressions other than placeholders, values, comparisons, if, unless and case.</summary>
    public IReadOnlyList<string> OtherTags => _tags;

    /// <summary>Filters that are given what they do not take.</summary>
    public IReadOnlyList<string> BadArguments => _badArguments;

    /// <summary>Whether an expression has more parts, one inside another, than are looked at.</summary>
    public bool TooDeep { get; private set; }

    /// <summary>Whether a placeholder is printed where nothing tests it and no default stands in.</summary>
    public bool Requires(MemberExpression placeholder) => _required.Contains(placeholder);

    public static string NameOf(MemberExpression member) =>
        string.Join(
            '.',
            member.Segments.Select(segment =>
                segment switch
                {
                    IdentifierSegment identifier => identifier.Identifier,
                    IndexerSegment { Expression: LiteralExpression literal } => literal.Value.ToStringValue(),
                    _ => Computed,
                }
            )
        );

    private void Walk(IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements)
            Walk(statement);
    }

    private void Walk(Statement statement)
    {
        switch (statement)
        {
            case TextSpanStatement or RawStatement or CommentStatement or NoOpStatement:
                break;
            case OutputStatement output:
                WalkExpression(output.Expression, printed: true);
                break;
            case IfStatement branch:
                Guarded([branch.Condition, .. branch.ElseIfs.Select(other => other.Condition)], () =>
                {
                    Walk(branch.Statements);
                    foreach (var other in branch.ElseIfs)
                        Walk(other.Statements);
                    Walk(branch.Else?.Statements ?? []);
                });
                break;
            case UnlessStatement branch:
                Guarded([branch.Condition], () =>
                {
                    Walk(branch.Statements);
                    Walk(branch.Else?.Statements ?? []);
                });
                break;
            case CaseStatement branch:
                Guarded([branch.Expression, .. branch.Whens.SelectMany(when => when.Options)], () =>
                {
                    foreach (var when in branch.Whens)
                        Walk(when.Statements);
                    Walk(branch.Else?.Statements ?? []);
                });
                break;
            default:
                _tags.Add(NameOf(statement));
                break;
        }
    }

    private void Guarded(IEnumerable<Expression> conditions, Action walk)
    {
        var before = _placeholders.Count;
        foreach (var condition in conditions)
            WalkExpression(condition, printed: false);
        _tested.Push(new HashSet<string>(_placeholders.Skip(before), StringComparer.OrdinalIgnoreCase));
        walk();
        _tested.Pop();
    }

    private void WalkExpression(Expression expression, bool printed)
    {
        if (_depth == DeepestExpression)
        {
            TooDeep = true;
            return;
        }

        _depth++;
        switch (expression)
        {
            case LiteralExpression:
                break;
            case MemberExpression member:
                Note(member, printed);
                break;
            case FilterExpression filter:
                Note(filter, printed);
                break;
            case BinaryExpression binary:
                WalkExpression(binary.Left, printed);
                WalkExpression(binary.Right, printed);
                break;
            default:
                _tags.Add(NameOf(expression));
                break;
        }

        _depth--;
    }

    private void Note(MemberExpression member, bool printed)
    {
        var placeholder = NameOf(member);
        _placeholders.Add(placeholder);
        if (printed && !_tested.Any(tested => tested.Contains(placeholder)))
            _required.Add(member);
    }

    private void Note(FilterExpression filter, bool printed)
    {
        _filters.Add(filter.Name);
        WalkExpression(filter.Input, printed && filter.Name != "default");
        foreach (var parameter in filter.Parameters)
        {
            if (!Takes(filter.Name, parameter.Expression))
                _badArguments.Add(filter.Name);
            WalkExpression(parameter.Expression, printed);
        }
    }

    private static bool Takes(string filter, Expression argument) =>
        argument is LiteralExpression literal
            ? literal.Value.ToStringValue().Length <= TemplateFilters.MaxArgumentLength
            : TemplateFilters.TakingValues.Contains(filter);

    private static string NameOf(object node) =>
        node.GetType()
            .Name.Replace("Statement", "", StringComparison.Ordinal)
            .Replace("Expression", "", StringComparison.Ordinal)
            .ToLowerInvariant();
}
