namespace AutoResolve.Rules;

/// <summary>A value of a rule file and where it stands.</summary>
internal readonly record struct Located<T>(T Value, SourceLocation Location);
