using AutoResolve.Insights.Figures.Reporting;
using AutoResolve.Rules;

namespace AutoResolve.Insights.Figures.Mapping;

/// <summary>Whether rules have the names that a map gives them: with a slip, issues would be compared with nothing.</summary>
internal static class MapCheck
{
    /// <summary>The types that rules name, and those that they have named in the issues.</summary>
    public static HashSet<string> Types(ReportInput input) =>
        Names(OfRules(input).Select(cell => Dimension.Type.Value(cell.Key)), (input.Rules ?? []).Select(rule => rule.Reference.Type));

    /// <summary>The teams that rules name, and those to which they have handed issues.</summary>
    public static HashSet<string> Teams(ReportInput input) =>
        Names(OfRules(input).Select(cell => cell.Key.Team), (input.Rules ?? []).SelectMany(TeamsOf));

    /// <summary>Looks at them where the rules are known.</summary>
    /// <exception cref="FigureMapException">Some names belong to no rule; the message lists them, each with its place.</exception>
    public static void Check(ReportInput input, FigureMap map)
    {
        if (input.Rules is null)
            return;
        var (types, teams) = (Types(input), Teams(input));
        var problems = map
            .Named.Select(name => (Name: name, Known: name.What == "type" ? types : teams))
            .Where(one => !one.Known.Contains(one.Name.Name))
            .Select(one => FigureMapReader.Told(one.Name.Place, Problem(one.Name, one.Known)))
            .ToList();
        if (problems.Count > 0)
            throw new FigureMapException(string.Join('\n', problems.Take(FigureMapReader.MaxReported)));
    }

    private static string Problem(MappedName name, HashSet<string> known) =>
        $"No rule has the {name.What} '{name.Name}'.{Spelling.DidYouMean(Spelling.Closest(name.Name, known))}";

    // Of both, what rules decided.
    private static IEnumerable<FigureCell> OfRules(ReportInput input) =>
        [.. input.HasDecisions ? input.Figures.Whole : [], .. input.Baseline is { HasDecisions: true } baseline ? baseline.Whole : []];

    private static IEnumerable<string?> TeamsOf(RuleInfo rule) => [rule.Team, rule.TeamWhenAllTried, rule.Reference.Owner];

    private static HashSet<string> Names(params IEnumerable<IEnumerable<string?>> names) =>
        names.SelectMany(some => some).OfType<string>().Where(name => name.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
