namespace AutoResolve.Rules;

/// <summary>Which issues a rule is for. An empty list means all.</summary>
internal sealed record Scope
{
    public static readonly Scope Everything = new();

    public IReadOnlyList<string> Channels { get; init; } = [];
    public IReadOnlyList<string> Products { get; init; } = [];
    public IReadOnlyList<string> Locales { get; init; } = [];
    public IReadOnlyList<string> Tenants { get; init; } = [];

    /// <summary>The only language of the issues, as a tag of which only what comes first counts; null where any may be. Unlike the others
    /// it also takes
    /// issues that do not say theirs.</summary>
    public string? Language { get; init; }
}
