using System.Linq.Dynamic.Core.Exceptions;
using AutoResolve.Matching.Compiling;
using AutoResolve.Rules;
using AutoResolve.Rules.Model;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;

namespace AutoResolve.Matching.Expressions;

/// <summary>Compiles C#-like expressions with Microsoft RulesEngine, once, when rules are loaded. The only place that knows the package.</summary>
internal static class ExpressionCompiler
{
    private const int LongestExpression = 500;
    private const int DeepestExpression = 40;
    private const string ParameterName = "issue";

    /// <returns>The condition; null where the expression is refused, which is then reported.</returns>
    public static CompiledCondition? Compile(ExpressionCondition condition, string pointer, CompilationScope scope)
    {
        var source = condition.Expression;
        if (!scope.AllowExpressions)
        {
            scope.Report(
                source.Location,
                MatchingCodes.ExpressionNotAllowed,
                "Expressions are code, and this host does not allow them in rules. Say it with \"field\" and text conditions, or have the host allow them (AllowExpressions; --allow-expressions on the command line).");
            return null;
        }

        if (source.Value.Length > LongestExpression || NestingOf(source.Value) > DeepestExpression)
        {
            scope.Report(
                source.Location,
                MatchingCodes.LargeExpression,
                $"This expression is longer than {LongestExpression} characters or nested more than {DeepestExpression} brackets deep. Split it into several conditions.");
            return null;
        }

        return Build(source, pointer, scope);
    }

    private static ExpressionLeaf? Build(Located<string> source, string pointer, CompilationScope scope)
    {
        try
        {
            var parser = new RuleExpressionParser(new ReSettings { UseFastExpressionCompiler = false });
            var parameter = RuleParameter.Create(ParameterName, typeof(ExpressionIssue));
            var body = parser.Parse(source.Value, [parameter.ParameterExpression], typeof(bool));
            var survey = ExpressionSurvey.Of(body);
            if (survey.Refused is { } refused)
            {
                var index = Math.Max(0, source.Value.IndexOf(refused, StringComparison.Ordinal));
                scope.Report(
                    source.At(index),
                    MatchingCodes.ForbiddenInExpression,
                    $"'{refused}' is not allowed in expressions. Allowed are the issue's own members ({string.Join(", ", ExpressionSurvey.IssueMembers)}), comparing, and reading strings ({string.Join(", ", ExpressionSurvey.StringMembers)}).",
                    Spelling.Closest(refused, ExpressionSurvey.IssueMembers.Concat(ExpressionSurvey.StringMembers)));
                return null;
            }

            return new ExpressionLeaf(parser.Compile<bool>(source.Value, [parameter]), source.Value, survey.RequiredFields) { Pointer = pointer };
        }
        catch (ParseException exception)
        {
            Report(source, exception, scope);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The parser also throws what it did not foresee; whatever it is, the author's expression is what it could not read.
            scope.Report(source.Location, MatchingCodes.BadExpression, $"This expression cannot be read: {exception.Message}. Correct it, or use \"field\" and text conditions.");
        }

        return null;
    }

    private static void Report(Located<string> source, ParseException exception, CompilationScope scope)
    {
        var location = source.At(Math.Clamp(exception.Position, 0, source.Value.Length));
        if (UnknownMemberAt(source.Value, exception) is { } member)
        {
            scope.Report(
                location,
                MatchingCodes.UnknownMember,
                $"An issue has no '{member}'. It has {string.Join(", ", ExpressionSurvey.IssueMembers)}; a field is read with issue.Field(\"name\").",
                Spelling.Closest(member, ExpressionSurvey.IssueMembers));
        }
        else
        {
            scope.Report(location, MatchingCodes.BadExpression, $"This expression cannot be read here: {exception.Message.TrimEnd('.')}. Correct it, or use \"field\" and text conditions.");
        }
    }

    // The message names the type, which means nothing to an author; the name in question stands at the position.
    private static string? UnknownMemberAt(string expression, ParseException exception)
    {
        if (!exception.Message.Contains(nameof(ExpressionIssue), StringComparison.Ordinal) || exception.Position >= expression.Length)
            return null;
        var name = new string([.. expression.Skip(exception.Position).SkipWhile(character => character == '.').TakeWhile(char.IsLetterOrDigit)]);
        return name.Length > 0 && !ExpressionSurvey.IssueMembers.Contains(name) ? name : null;
    }

    private static int NestingOf(string expression)
    {
        var (depth, deepest) = (0, 0);
        foreach (var character in expression)
        {
            depth += character switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }
}
