namespace AutoResolve.Insights.Figures.Mapping;

/// <summary>
/// What rules call the types, teams and tiers of people. Names are compared without regard to case; an empty one says that rules have
/// none.
/// </summary>
/// <param name="Types">The type of rules by that of people.</param>
/// <param name="Teams">The team of rules by that of people.</param>
/// <param name="Tiers">The tier of rules by what people write; null for none.</param>
internal sealed record FigureMap(
    IReadOnlyDictionary<string, string> Types,
    IReadOnlyDictionary<string, string> Teams,
    IReadOnlyDictionary<string, int?> Tiers
)
{
    /// <summary>The names of rules in it, each with its place.</summary>
    public IReadOnlyList<MappedName> Named { get; init; } = [];

    /// <summary>Whether it says what the tiers of people are.</summary>
    public bool MapsTiers => Tiers.Values.Any(tier => tier is not null);

    /// <returns>Null where rules have none.</returns>
    public string? TypeOf(string? type) => NameOf(Types, type);

    /// <inheritdoc cref="TypeOf"/>
    public string? TeamOf(string? team) => NameOf(Teams, team);

    public FigureKey Of(FigureKey key) =>
        key with
        {
            Type = TypeOf(key.Type) ?? FigureKey.UnknownType,
            Team = TeamOf(key.Team),
            Tier =
                key.Tier is { } tier && Tiers.TryGetValue(tier.ToString(System.Globalization.CultureInfo.InvariantCulture), out var mapped)
                    ? mapped
                    : key.Tier,
        };

    /// <summary>The same baseline in the words of rules.</summary>
    public Baseline Of(Baseline baseline) =>
        baseline with
        {
            MapsTiers = baseline.MapsTiers || MapsTiers,
            Cells =
            [
                .. baseline
                    .Cells.GroupBy(cell => Of(cell.Key))
                    .Select(group => new FigureCell(group.Key, group.Aggregate(FigureCounts.None, (sum, cell) => sum + cell.Counts))),
            ],
        };

    private static string? NameOf(IReadOnlyDictionary<string, string> names, string? name)
    {
        if (name is null || !names.TryGetValue(name, out var mapped))
            return name;
        return mapped.Length == 0 ? null : mapped;
    }
}
