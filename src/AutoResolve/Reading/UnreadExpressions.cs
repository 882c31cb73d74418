using System.Linq.Expressions;
using AutoResolve.Expressions;

namespace AutoResolve.Reading;

/// <summary>Stands for the parser that a host had, where its rules are only looked at: nobody asks whether their expressions
/// hold.</summary>
internal sealed class UnreadExpressions : IExpressionParser
{
    public Expression<Func<ExpressionIssue, bool>> Parse(string expression) => issue => false;
}
