namespace AutoResolve.Rules.Model;

/// <summary>A condition that rules refer to with <c>use</c>.</summary>
internal sealed record NamedCondition(Located<string> Name, Condition Condition);
