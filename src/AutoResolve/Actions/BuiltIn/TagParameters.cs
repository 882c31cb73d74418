namespace AutoResolve.Actions.BuiltIn;

/// <summary>What <c>tag</c> takes; without tags it files the issue under those of the decision.</summary>
internal sealed record TagParameters(IReadOnlyList<string>? Tags = null);
