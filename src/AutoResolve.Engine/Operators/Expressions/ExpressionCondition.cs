using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Expressions;

/// <summary>A C#-like expression over <c>issue</c>.</summary>
internal sealed record ExpressionCondition(Located<string> Expression, SourceLocation Location) : Condition(Location)
{
    public override string? Code => Expression.Value;

    public override string? ReadsBesideText => "an expression";
}

/// <summary><c>expression</c>.</summary>
internal sealed class ExpressionOperator : Operator<ExpressionCondition>
{
    public override ObjectSchema Schema { get; } = new("an 'expression' condition", ["expression"]);

    public override IReadOnlyList<string> Keys => Schema.Keys;

    public override Condition? Read(ObjectReader reader, ConditionReader conditions) =>
        conditions.Values.Text(reader.Find("expression")) is { } expression
            ? new ExpressionCondition(expression, reader.Node.Location)
            : null;

    protected override CompiledCondition? Compile(ExpressionCondition condition, ConditionCompiler conditions)
    {
        var source = condition.Expression;
        if (conditions.Scope.Expressions.Read(source.Value, out var problem) is { } safe)
            return new ExpressionLeaf(safe.Compile(), ExpressionLiterals.Of(safe.Tree.Body), source.Value)
            {
                Pointer = conditions.Shorten(source.Location),
            };
        var location = problem!.Index is { } index ? source.At(Math.Clamp(index, 0, source.Value.Length)) : source.Location;
        conditions.Scope.Report(location, problem.Code, problem.Message, problem.Suggestion);
        return null;
    }
}
