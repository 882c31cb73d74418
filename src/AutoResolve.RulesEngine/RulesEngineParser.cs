using System.Linq.Expressions;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;

namespace AutoResolve.Expressions;

/// <summary>The parser of Microsoft RulesEngine, without its engine: it is the only place that knows that library.</summary>
internal sealed class RulesEngineParser : IExpressionParser
{
    private readonly RuleExpressionParser _parser = new(new ReSettings { CustomTypes = [typeof(ExpressionIssue)] });

    public Expression<Func<ExpressionIssue, bool>> Parse(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var issue = RuleParameter.Create("issue", typeof(ExpressionIssue)).ParameterExpression;
        try
        {
            return Expression.Lambda<Func<ExpressionIssue, bool>>(_parser.Parse(expression, [issue], typeof(bool)), issue);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The library throws many kinds of exceptions on what it cannot read, some of them by accident.
            throw ParseProblems.Explain(expression, exception);
        }
    }
}
