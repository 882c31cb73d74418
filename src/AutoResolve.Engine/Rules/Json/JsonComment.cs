namespace AutoResolve.Rules.Json;

/// <summary>A comment with its slashes and stars.</summary>
internal sealed record JsonComment(int Start, string Text);
