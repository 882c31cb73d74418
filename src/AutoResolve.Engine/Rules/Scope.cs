namespace AutoResolve.Rules;

/// <summary>Which issues a rule is for. An empty list means all.</summary>
internal sealed record Scope
{
    public static readonly Scope Everything = new();

    public IReadOnlyList<string> Channels { get; init; } = [];
    public IReadOnlyList<string> Products { get; init; } = [];
    public IReadOnlyList<string> Locales { get; init; } = [];
    public IReadOnlyList<string> Tenants { get; init; } = [];
}
