namespace AutoResolve.Rules.Model;

/// <summary>A C#-like expression over <c>issue</c>.</summary>
internal sealed record ExpressionCondition(Located<string> Expression, SourceLocation Location) : Condition(Location);
