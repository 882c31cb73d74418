namespace AutoResolve.Expressions;

/// <summary>Something an expression names that rules may not use.</summary>
internal sealed record ForbiddenName(string Name, string Message, string? Suggestion);
