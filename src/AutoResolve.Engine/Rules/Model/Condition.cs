namespace AutoResolve.Rules.Model;

/// <summary>A condition as read. See rules/docs/format.md for the meaning of each kind.</summary>
/// <param name="Location">Where the JSON object of the condition begins.</param>
internal abstract record Condition(SourceLocation Location);
