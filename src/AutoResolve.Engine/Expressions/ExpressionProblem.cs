namespace AutoResolve.Expressions;

/// <summary>What is wrong with an expression and where.</summary>
/// <param name="Code">The code of the error.</param>
/// <param name="Index">The place in the expression; null where all of it is meant.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Suggestion">What was probably meant.</param>
internal sealed record ExpressionProblem(string Code, int? Index, string Message, string? Suggestion = null);
