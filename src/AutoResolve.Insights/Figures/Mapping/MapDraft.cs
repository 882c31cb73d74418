using System.Globalization;
using System.Text;
using AutoResolve.Insights.Figures.Reporting;
using AutoResolve.Rules;
using Newtonsoft.Json;

namespace AutoResolve.Insights.Figures.Mapping;

/// <summary>Names of people that could be compared with those of rules only by how they are spelled: what a map must say.</summary>
/// <param name="Types">Types that no rule has, with the type that may be meant.</param>
/// <param name="Teams">Teams that no rule has, with the team that may be meant.</param>
/// <param name="Tiers">The tiers of people.</param>
public sealed record MapDraft(
    IReadOnlyList<(string Name, string? Closest)> Types,
    IReadOnlyList<(string Name, string? Closest)> Teams,
    IReadOnlyList<int> Tiers
)
{
    private const int MinLetters = 4;

    private static readonly char[] BetweenWords = ['/', '-', '_', ' ', '.'];

    /// <param name="input">What would be reported, in the words of the map where there is one.</param>
    /// <param name="map">The map; null where there is none.</param>
    /// <returns>Null where nothing is missing, or people are not compared with rules.</returns>
    internal static MapDraft? Of(ReportInput input, FigureMap? map)
    {
        if (!input.ComparesPeopleWithRules)
            return null;
        var people = input.Figures.IsHistory ? input.Figures.Whole : input.Baseline!.Whole;
        var (types, teams) = (MapCheck.Types(input), MapCheck.Teams(input));
        types.UnionWith(map?.Types.Values ?? []);
        teams.UnionWith(map?.Teams.Values ?? []);
        var draft = new MapDraft(
            Missing(people.Select(cell => Dimension.Type.Value(cell.Key)), types),
            Missing(people.Select(cell => cell.Key.Team), teams),
            [.. people.Select(cell => cell.Key.Tier).OfType<int>().Distinct().Order()]
        );
        return draft.Types.Count + draft.Teams.Count > 0 ? draft : null;
    }

    /// <summary>What is missing, in a sentence.</summary>
    public string Message
    {
        get
        {
            (string What, string Whats, IReadOnlyList<(string Name, string?)> Names)[] missing =
            [
                ("type", "types", Types),
                ("team", "teams", Teams),
            ];
            var told = missing
                .Where(one => one.Names.Count > 0)
                .Select(one =>
                    $"{one.Names.Count.ToString(CultureInfo.InvariantCulture)} "
                    + $"{(one.Names.Count == 1 ? one.What : one.Whats)} such as '{one.Names[0].Name}'"
                );
            return $"People and rules name issues otherwise: no rule has {string.Join(" and ", told)}, and by their "
                + $"spelling alone they cannot be compared. "
                + "Fill in the map on standard output, save it, and give it with --map FILE.";
        }
    }

    /// <summary>The map to fill in.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(
            "{\n  // Behind each name of people, write the name that rules have. Empty: rules have none, and it "
                + "is compared with nothing.\n"
        );
        Append(text, "types", Types);
        Append(text, "teams", Teams);
        if (Tiers.Count > 0)
        {
            text.Append(
                "\n  // 0 another desk, 1 agents, 2 troubleshooters, 3 product teams. Where all are empty, tiers "
                    + "are not compared.\n  \"tiers\": {\n"
            );
            foreach (var tier in Tiers)
                text.Append(CultureInfo.InvariantCulture, $"    \"{tier}\": \"\",\n");
            text.Append("  },\n");
        }

        return text.Append("}\n").ToString();
    }

    private static void Append(StringBuilder text, string key, IReadOnlyList<(string Name, string? Closest)> names)
    {
        if (names.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"  \"{key}\": {{\n");
        foreach (var (name, closest) in names)
            text.Append(
                CultureInfo.InvariantCulture,
                $"    {JsonConvert.ToString(name)}: \"\",{(closest is null ? "" : $" // {JsonConvert.ToString(closest)}?")}\n"
            );
        text.Append("  },\n");
    }

    private static List<(string Name, string? Closest)> Missing(IEnumerable<string?> people, HashSet<string> rules) =>
        [
            .. people
                .OfType<string>()
                .Where(name => !rules.Contains(name))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Ordinal)
                .Select(name => (name, Closest(name, rules))),
        ];

    // Spelled alike, else with all its letters, else with the most words in common.
    private static string? Closest(string name, HashSet<string> rules)
    {
        var words = Words(name);
        var letters = Letters(name);
        return Spelling.Closest(name, rules)
            ?? (
                letters.Length < MinLetters
                    ? null
                    : rules
                        .Where(rule => Letters(rule).Contains(letters, StringComparison.OrdinalIgnoreCase))
                        .MinBy(rule => (rule.Length, rule))
            )
            ?? rules
                .Select(rule => (Rule: rule, Common: Words(rule).Count(words.Contains)))
                .Where(one => one.Common > 0)
                .OrderByDescending(one => one.Common)
                .ThenBy(one => one.Rule.Length)
                .ThenBy(one => one.Rule, StringComparer.Ordinal)
                .Select(one => one.Rule)
                .FirstOrDefault();
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    private static HashSet<string> Words(string name) =>
        name.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
