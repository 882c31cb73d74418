namespace AutoResolve.Rules.Model;

/// <summary>A reference to a named condition.</summary>
internal sealed record UseCondition(Located<string> Name, SourceLocation Location) : Condition(Location);
