using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>Causes that recur, by team: what new software should avoid.</summary>
internal static class PracticesSection
{
    private const int MaxRows = 50;

    // What came once has not recurred.
    private const int Fewest = 2;

    public static ReportSection? Of(ReportInput input)
    {
        var causes = input.OwnRules.Where(rule => rule.Cause is not null).ToDictionary(rule => rule.Reference.Id, StringComparer.Ordinal);
        if (causes.Count == 0)
            return null;
        var all = FigureGroup.Sum(input.Figures.Cells).Issues;
        var rows = input
            .Figures.Cells.Where(cell =>
                cell.Key.Rule is not null && causes.TryGetValue(cell.Key.Rule, out var rule) && rule.Cause!.Kind != CauseKind.Unknown
            )
            .GroupBy(cell =>
                (
                    Team: cell.Key.Team ?? "No team",
                    Cause: causes[cell.Key.Rule!].Cause!.Summary ?? causes[cell.Key.Rule!].Reference.Title,
                    causes[cell.Key.Rule!].Cause!.Kind
                )
            )
            .Select(group =>
                (group.Key.Team, group.Key.Cause, group.Key.Kind, Practice: PracticeOf(group, causes), FigureGroup.Sum(group).Issues)
            )
            .Where(row => row.Issues >= Fewest)
            .OrderByDescending(row => row.Issues)
            .ThenBy(row => row.Team, StringComparer.Ordinal)
            .ThenBy(row => row.Cause, StringComparer.Ordinal)
            .ToList();
        if (rows.Count == 0)
            return null;
        return new ReportSection(
            "practices",
            "Causes that recur, by team",
            $"Known causes that came up more than once, the most common first, and what new software should do "
                + $"so that they do not.{(rows.Count > MaxRows ? $" The first {MaxRows} of {rows.Count}." : "")}",
            [
                new("team", "Team"),
                new("cause", "Cause"),
                new("kind", "Kind"),
                new("practice", "In new software"),
                new("issues", "Issues", IsNumber: true),
                new("share", "Share of the issues", IsNumber: true),
            ],
            [
                .. rows.Take(MaxRows)
                    .Select(row =>
                        (IReadOnlyList<Cell>)
                            [
                                input.TeamCell(row.Team),
                                Cell.Of(row.Cause),
                                Cell.Of(Words(row.Kind)),
                                Cell.Of(row.Practice),
                                Cell.Count(row.Issues),
                                Cell.Rate(new Proportion(row.Issues, all)),
                            ]
                    ),
            ]
        );
    }

    // Rules of one cause may differ in what they say of it.
    private static string? PracticeOf(IEnumerable<FigureCell> cells, Dictionary<string, RuleInfo> causes) =>
        string.Join(" ", cells.Select(cell => causes[cell.Key.Rule!].Cause!.Practice).OfType<string>().Distinct(StringComparer.Ordinal))
            is { Length: > 0 } practice
            ? practice
            : null;

    private static string Words(CauseKind kind) =>
        kind switch
        {
            CauseKind.UserSide => "on the user's side",
            CauseKind.KnownDefect => "known defect",
            CauseKind.Provisioning => "account not set up",
            CauseKind.Outage => "outage",
            CauseKind.Information => "information missing",
            CauseKind.Circumstances => "in people's lives",
            _ => "unknown",
        };
}
