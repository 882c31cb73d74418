using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Figures.Mapping;

/// <summary>
/// What rules call the types, teams and tiers of people. Names are compared without regard to case; an empty one says that rules have
/// none.
/// </summary>
/// <param name="Types">The type of rules by that of people.</param>
/// <param name="Teams">The team of rules by that of people.</param>
/// <param name="Tiers">The tier of rules by what people write; null for none.</param>
public sealed record FigureMap(
    IReadOnlyDictionary<string, string> Types,
    IReadOnlyDictionary<string, string> Teams,
    IReadOnlyDictionary<string, int?> Tiers
)
{
    /// <summary>Reads a map: a JSON object with types, teams and tiers, each of them from the names of people to those of rules.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">What is in it; comments are allowed.</param>
    /// <exception cref="FigureMapException">It is not a map; the message lists what is wrong, each problem with its place.</exception>
    public static FigureMap Read(string file, string text) => FigureMapReader.Read(file, text);

    /// <summary>The names of rules in it, each with its place.</summary>
    internal IReadOnlyList<MappedName> Named { get; init; } = [];

    /// <summary>Whether it says what the tiers of people are.</summary>
    public bool MapsTiers => Tiers.Values.Any(tier => tier is not null);

    /// <summary>The same for a reader of past issues.</summary>
    public HistoryNames Names => new(Types, Teams, Tiers);

    internal FigureKey Of(FigureKey key) =>
        key with
        {
            Type = Names.TypeOf(key.Type) ?? FigureKey.UnknownType,
            Team = Names.TeamOf(key.Team),
            Tier =
                key.Tier is { } tier && Tiers.TryGetValue(tier.ToString(System.Globalization.CultureInfo.InvariantCulture), out var mapped)
                    ? mapped
                    : key.Tier,
        };

    /// <summary>The same baseline in the words of rules.</summary>
    internal Baseline Of(Baseline baseline) =>
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
}
