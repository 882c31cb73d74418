namespace AutoResolve.Actions.BuiltIn;

/// <summary>The words to file an issue under; null for those of the decision.</summary>
internal sealed record TagParameters(IReadOnlyList<string>? Tags = null);
