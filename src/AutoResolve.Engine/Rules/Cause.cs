using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>Why the problem exists at all.</summary>
internal sealed record Cause(string? Summary, CauseKind Kind, string? Tracking, SourceLocation Location);
