using System.Linq.Expressions;

namespace AutoResolve.Expressions;

/// <summary>Reads the C#-like expressions of rules. The package AutoResolve.RulesEngine has one.</summary>
/// <remarks>A parser only reads: its tree is checked, whoever made it, and compiled only where it names nothing but members of
/// <see cref="ExpressionIssue"/> and a few of strings. It is called while rules are loaded, from several threads at once, and never while
/// issues are decided.</remarks>
public interface IExpressionParser
{
    /// <summary>Reads an expression, such as <c>issue.Text.Length &gt; 20</c>.</summary>
    /// <param name="expression">The expression as it stands in the rule: at most 500 characters, nested at most 20 brackets deep.</param>
    /// <returns>A tree that reads the issue by its one parameter, which expressions call <c>issue</c>.</returns>
    /// <exception cref="ExpressionException">It cannot be read. Whatever else is thrown, running out of memory apart, is taken for the
    /// same at position 0.</exception>
    Expression<Func<ExpressionIssue, bool>> Parse(string expression);
}
