using System.Linq.Dynamic.Core.Exceptions;
using AutoResolve.Rules;

namespace AutoResolve.Matching.Expressions;

/// <summary>Says in plain words why an expression cannot be read.</summary>
internal static class ParseProblems
{
    public static (string Code, ExpressionProblem Problem) Explain(string expression, Exception exception)
    {
        var message = exception.Message;
        var index = exception is ParseException parse ? Math.Clamp(parse.Position, 0, expression.Length) : 0;
        var name = Quoted(message);
        if (name is not null && message.Contains("exists in type", StringComparison.Ordinal))
            return (
                MatchingCodes.UnknownMember,
                Unknown(expression, index, name, message.Contains(nameof(ExpressionIssue), StringComparison.Ordinal))
            );
        if (name is not null && message.StartsWith("Type '", StringComparison.Ordinal))
        {
            // With a call behind it the parser takes "issue.Titel" for the name of a type.
            var member = expression.IndexOf("issue." + name, StringComparison.Ordinal);
            return (
                MatchingCodes.UnknownMember,
                member < 0 ? UnknownStart(expression, name) : Unknown(expression, member + "issue.".Length, name, ofIssue: true)
            );
        }

        if (
            name is not null
            && (
                message.StartsWith("No generic method", StringComparison.Ordinal)
                || message.Contains("is not accessible", StringComparison.Ordinal)
            )
        )
            return (MatchingCodes.UnknownMember, Unknown(expression, index, name, ofIssue: false));
        var plain = message switch
        {
            "Expression expected" => "something is missing here, such as a value after a comparison.",
            "Unterminated string literal" => "a text is never closed. Add '\"', which in JSON is written \\\".",
            "Expression of type 'Boolean' expected" =>
                "it is not something that is true or false. Compare it, as in issue.Text.Length > 20.",
            _ => FirstSentence(message),
        };
        return (MatchingCodes.BadExpression, new(index, $"This expression cannot be read: {plain}"));
    }

    private static ExpressionProblem Unknown(string expression, int index, string name, bool ofIssue)
    {
        var known = ofIssue ? AllowedMembers.OfIssue : AllowedMembers.OfString;
        var suggestion = AllowedMembers.Suggest(name, known);
        var at = index > 0 ? index : Math.Max(0, expression.IndexOf(name, StringComparison.Ordinal));
        return new(
            at,
            $"There is no '{name}' {(ofIssue ? "in 'issue'" : "that can be used like this")}: there are {string.Join(", ", known)}.",
            suggestion
        );
    }

    private static ExpressionProblem UnknownStart(string expression, string name) =>
        new(
            Math.Max(0, expression.IndexOf(name, StringComparison.Ordinal)),
            $"There is no '{name}' here. Expressions read the issue: begin with 'issue.', as in issue.Text.",
            Spelling.Closest(name, ["issue"])
        );

    private static string? Quoted(string message)
    {
        var start = message.IndexOf('\'', StringComparison.Ordinal);
        var end = start < 0 ? -1 : message.IndexOf('\'', start + 1);
        return end < 0 ? null : message[(start + 1)..end];
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        var sentence = end < 0 ? message.TrimEnd('.') : message[..end];
        return $"{sentence.ReplaceLineEndings(" ")}.";
    }
}
