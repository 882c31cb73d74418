using System.Linq.Expressions;
using AutoResolve.Conditions;
using AutoResolve.Json;
using RulesEngine.ExpressionBuilders;
using RulesEngine.HelperFunctions;
using RulesEngine.Models;

namespace AutoResolve.Matching.Expressions;

/// <summary>
/// Compiles expressions with Microsoft RulesEngine, and refuses what rules may not do. The only place that knows that library.
/// </summary>
internal sealed class ExpressionCompiler(CompilationScope scope)
{
    // The library compiles three times slower when its cache is full.
    private const int CacheSize = 100_000;

    private readonly RuleExpressionParser _parser = new(
        new ReSettings
        {
            CustomTypes = [typeof(ExpressionIssue)],
            CacheConfig = new MemCacheConfig { SizeLimit = CacheSize },
            UseFastExpressionCompiler = false,
        }
    );

    /// <returns>The expression; null where it is broken or not allowed, which is reported.</returns>
    public CompiledExpression? Compile(Located<string> expression)
    {
        if (ExpressionLimits.FindExcess(expression.Value) is { } excess)
            return Report(expression, MatchingCodes.LargeExpression, new(0, excess));
        var parameter = RuleParameter.Create("issue", typeof(ExpressionIssue)).ParameterExpression;
        if (Parse(expression, parameter) is not { } parsed)
            return null;
        var guard = new ExpressionGuard(parameter);
        var safe = guard.Visit(parsed)!;
        if (guard.Forbidden is { } forbidden)
            return Report(expression, MatchingCodes.ForbiddenInExpression, ExpressionProblem.At(expression.Value, forbidden));
        var evaluate = Expression.Lambda<Func<ExpressionIssue, bool>>(safe, parameter).Compile();
        return new(
            evaluate,
            [.. guard.FieldsRead.Except(guard.FieldsTested, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)],
            ExpressionLiterals.Of(safe)
        );
    }

    private Expression? Parse(Located<string> expression, ParameterExpression parameter)
    {
        try
        {
            return _parser.Parse(expression.Value, [parameter], typeof(bool));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The library throws many kinds of exceptions on what it cannot read, some of them by accident.
            var (code, problem) = ParseProblems.Explain(expression.Value, exception);
            Report(expression, code, problem);
            return null;
        }
    }

    private CompiledExpression? Report(Located<string> expression, string code, ExpressionProblem problem)
    {
        scope.Report(expression.At(Math.Clamp(problem.Index, 0, expression.Value.Length)), code, problem.Message, problem.Suggestion);
        return null;
    }
}
