using System.Linq.Expressions;
using AutoResolve.Rules;

namespace AutoResolve.Expressions;

/// <summary>Has expressions parsed, and refuses what rules may not do, whoever parsed it.</summary>
/// <param name="areAllowed">Whether the host allows expressions.</param>
/// <param name="parser">Parses them; null where the host has none.</param>
internal sealed class ExpressionReader(bool areAllowed, IExpressionParser? parser)
{
    /// <summary>Where there are to be no expressions.</summary>
    public static readonly ExpressionReader None = new(areAllowed: false, parser: null);

    /// <returns>The expression; null, and what is wrong, where it is broken or not allowed.</returns>
    public SafeExpression? Read(string expression, out ExpressionProblem? problem)
    {
        problem = FindAbsence()
            ?? (ExpressionLimits.FindExcess(expression) is { } excess ? new ExpressionProblem(ExpressionCodes.TooLarge, 0, excess) : null);
        if (problem is not null || Parse(expression, out problem) is not { } parsed)
            return null;
        var issue = parsed.Parameters[0];
        var guard = new ExpressionGuard(issue);
        Expression safe;
        try
        {
            safe = guard.Visit(parsed.Body)!;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A tree of classes of the parser's own, which say that they are something else.
            problem = Unreadable(exception.Message, 0);
            return null;
        }

        if (guard.Forbidden is { } forbidden)
        {
            problem = Locate(expression, forbidden);
            return null;
        }

        return new SafeExpression(
            Expression.Lambda<Func<ExpressionIssue, bool>>(safe, issue),
            [.. guard.FieldsRead.Except(guard.FieldsTested, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)]
        );
    }

    private ExpressionProblem? FindAbsence()
    {
        if (!areAllowed)
            return new ExpressionProblem(
                ExpressionCodes.NotAllowed,
                null,
                "Expressions are code, and this host does not allow them in rules. Say it with \"field\" and text "
                    + "conditions, or have the host allow them (AllowExpressions; --allow-expressions on the command line)."
            );
        return parser is null
            ? new ExpressionProblem(
                ExpressionCodes.NoParser,
                null,
                "This host allows expressions, but has nothing that reads them. Have it add the package AutoResolve.RulesEngine and call "
                    + "UseExpressions(RulesEngineExpressions.Parser) on what AddAutoResolve returns; without a host, set "
                    + "RulebookOptions.ExpressionParser. Or say it with \"field\" and text conditions."
            )
            : null;
    }

    private Expression<Func<ExpressionIssue, bool>>? Parse(string expression, out ExpressionProblem? problem)
    {
        problem = null;
        try
        {
            return parser!.Parse(expression) ?? throw new InvalidOperationException("its parser returns nothing.");
        }
        catch (ExpressionException exception)
        {
            problem = exception.UnknownName is { } name
                ? Explain(name, exception.Owner, exception.Position)
                : Unreadable(exception.Message, exception.Position);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            problem = Unreadable(exception.Message, 0);
        }

        return null;
    }

    private static ExpressionProblem Unreadable(string message, int position) =>
        new(ExpressionCodes.Unreadable, position, $"This expression cannot be read: {Printable(message)}");

    private static string Printable(string message) => string.Concat(message.Select(unit => char.IsControl(unit) ? ' ' : unit));

    private static ExpressionProblem Explain(string name, Type? owner, int position)
    {
        if (owner is null)
            return new ExpressionProblem(
                ExpressionCodes.UnknownMember,
                position,
                $"There is no '{name}' here. Expressions read the issue: begin with 'issue.', as in issue.Text.",
                Spelling.Closest(name, ["issue"])
            );
        var isOfIssue = owner == typeof(ExpressionIssue);
        var known = isOfIssue ? AllowedMembers.OfIssue : AllowedMembers.OfString;
        return new ExpressionProblem(
            ExpressionCodes.UnknownMember,
            position,
            $"There is no '{name}' {(isOfIssue ? "in 'issue'" : "that can be used like this")}: there are {string.Join(", ", known)}.",
            AllowedMembers.Suggest(name, known)
        );
    }

    // At the first place where the forbidden name stands.
    private static ExpressionProblem Locate(string expression, ForbiddenName forbidden) =>
        new(
            ExpressionCodes.Forbidden,
            Math.Max(0, expression.IndexOf(forbidden.Name, StringComparison.OrdinalIgnoreCase)),
            forbidden.Message,
            forbidden.Suggestion
        );
}
