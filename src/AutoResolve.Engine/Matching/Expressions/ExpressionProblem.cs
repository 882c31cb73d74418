namespace AutoResolve.Matching.Expressions;

/// <summary>What is wrong with an expression and where.</summary>
internal readonly record struct ExpressionProblem(int Index, string Message, string? Suggestion = null)
{
    /// <summary>At the first place where the forbidden name stands.</summary>
    public static ExpressionProblem At(string expression, ForbiddenName forbidden) =>
        new(Math.Max(0, expression.IndexOf(forbidden.Name, StringComparison.OrdinalIgnoreCase)), forbidden.Message, forbidden.Suggestion);
}
