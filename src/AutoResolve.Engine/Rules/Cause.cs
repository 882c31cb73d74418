using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>Why the problem exists at all.</summary>
internal sealed record Cause(string? Summary, CauseKind Kind, string? Tracking, SourceLocation Location)
{
    /// <summary>What teams that build software should do; until all sets are read, by its name.</summary>
    public Located<string>? Practice { get; init; }
}
