namespace AutoResolve;

/// <summary>A rulebook that the host has added; null for the one without a name.</summary>
internal sealed record RulebookName(string? Name)
{
    /// <summary>What options of a rulebook are called: by its name, and where there are several, as of handlers, by theirs behind
    /// it.</summary>
    public static string Options(string? rulebook, string? name = null) => rulebook is null
        ? name ?? Microsoft.Extensions.Options.Options.DefaultName
        : string.IsNullOrEmpty(name) ? rulebook : $"{rulebook}:{name}";
}
