using System.Linq.Dynamic.Core.Exceptions;

namespace AutoResolve.Expressions;

/// <summary>Says in plain words why the library cannot read an expression.</summary>
internal static class ParseProblems
{
    public static ExpressionException Explain(string expression, Exception exception)
    {
        var message = exception.Message;
        var position = exception is ParseException parse ? Math.Clamp(parse.Position, 0, expression.Length) : 0;
        if (Quoted(message) is { } name)
        {
            if (message.Contains("exists in type", StringComparison.Ordinal))
                return Unknown(
                    name,
                    message.Contains(nameof(ExpressionIssue), StringComparison.Ordinal) ? typeof(ExpressionIssue) : typeof(string)
                );
            if (message.StartsWith("Type '", StringComparison.Ordinal))
                return UnknownType(name);
            if (
                message.StartsWith("No generic method", StringComparison.Ordinal)
                || message.Contains("is not accessible", StringComparison.Ordinal)
            )
                return Unknown(name, typeof(string));
        }

        return new ExpressionException(Plain(message), position, exception);

        ExpressionException Unknown(string name, Type owner) =>
            ExpressionException.Unknown(name, owner, position > 0 ? position : First(expression, name), exception);

        // With a call behind it the parser takes "issue.Titel" for the name of a type.
        ExpressionException UnknownType(string name) =>
            expression.IndexOf("issue." + name, StringComparison.Ordinal) is >= 0 and var member
                ? ExpressionException.Unknown(name, typeof(ExpressionIssue), member + "issue.".Length, exception)
                : ExpressionException.Unknown(name, null, First(expression, name), exception);
    }

    private static int First(string expression, string name) => Math.Max(0, expression.IndexOf(name, StringComparison.Ordinal));

    private static string Plain(string message) =>
        message switch
        {
            "Expression expected" => "something is missing here, such as a value after a comparison.",
            "Unterminated string literal" => "a text is never closed. Add '\"', which in JSON is written \\\".",
            "Expression of type 'Boolean' expected" =>
                "it is not something that is true or false. Compare it, as in issue.Text.Length > 20.",
            _ => FirstSentence(message),
        };

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
#pragma warning disable RS0030 // A message has one line, whoever counts.
        return $"{sentence.ReplaceLineEndings(" ")}.";
#pragma warning restore RS0030
    }
}
