using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve;

/// <summary>A rulebook that the host has added; null for the one without a name.</summary>
internal sealed record RulebookName(string? Name)
{
    /// <summary>The names of the rulebooks that a host has; null for the one without.</summary>
    public static IReadOnlyList<string?> All(IServiceProvider host) =>
        [
            .. host.GetServices<RulebookName>()
                .Concat(host.GetKeyedServices<RulebookName>(KeyedService.AnyKey))
                .Select(rulebook => rulebook.Name),
        ];

    /// <summary>A rulebook in a sentence.</summary>
    public static string Describe(string? name) => name is null ? "the rulebook without a name" : $"the rulebook '{name}'";

    /// <summary>Says which rulebooks a host has.</summary>
    public static string Tell(IServiceProvider host) =>
        All(host) is { Count: > 0 } names ? $"It has {string.Join(", ", names.Select(Describe))}." : "It has none: call AddAutoResolve.";

    /// <summary>What options of a rulebook are called: by its name, and where there are several, as of handlers, by theirs behind
    /// it.</summary>
    public static string Options(string? rulebook, string? name = null)
    {
        if (rulebook is null)
            return name ?? Microsoft.Extensions.Options.Options.DefaultName;
        return string.IsNullOrEmpty(name) ? rulebook : $"{rulebook}:{name}";
    }

    /// <summary>Whether options of a name are those of a rulebook with a name.</summary>
    public static bool HasOptions(string rulebook, string name) =>
        name == rulebook || name.StartsWith($"{rulebook}:", StringComparison.Ordinal);
}
