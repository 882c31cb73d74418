namespace AutoResolve.Intake.History;

/// <summary>
/// What rules call the types, teams and tiers of people. An empty name says that rules have none. Case matters as it does to the
/// dictionaries.
/// </summary>
/// <param name="Types">The type of rules by that of people.</param>
/// <param name="Teams">The team of rules by that of people.</param>
/// <param name="Tiers">The tier of rules by what people write; null for none.</param>
public sealed record HistoryNames(
    IReadOnlyDictionary<string, string> Types,
    IReadOnlyDictionary<string, string> Teams,
    IReadOnlyDictionary<string, int?> Tiers
)
{
    /// <summary>What rules call a type of people.</summary>
    /// <returns>The same where the names do not say; null where rules have none.</returns>
    public string? TypeOf(string? type) => NameOf(Types, type);

    /// <summary>What rules call a team of people.</summary>
    /// <returns>The same where the names do not say; null where rules have none.</returns>
    public string? TeamOf(string? team) => NameOf(Teams, team);

    private static string? NameOf(IReadOnlyDictionary<string, string> names, string? name)
    {
        if (name is null || !names.TryGetValue(name, out var mapped))
            return name;
        return mapped.Length == 0 ? null : mapped;
    }
}
