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
            .Select(group => (group.Key.Team, group.Key.Cause, group.Key.Kind, FigureGroup.Sum(group).Issues))
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
            $"Known causes that came up more than once, the most common first: what new software should "
                + $"avoid.{(rows.Count > MaxRows ? $" The first {MaxRows} of {rows.Count}." : "")}",
            [
                new("team", "Team"),
                new("cause", "Cause"),
                new("kind", "Kind"),
                new("issues", "Issues", IsNumber: true),
                new("share", "Share of the issues", IsNumber: true),
            ],
            [
                .. rows.Take(MaxRows)
                    .Select(row =>
                        (IReadOnlyList<Cell>)
                            [
                                Cell.Of(row.Team),
                                Cell.Of(row.Cause),
                                Cell.Of(Words(row.Kind)),
                                Cell.Count(row.Issues),
                                Cell.Rate(new Proportion(row.Issues, all)),
                            ]
                    ),
            ]
        );
    }

    private static string Words(CauseKind kind) =>
        kind switch
        {
            CauseKind.UserSide => "on the user's side",
            CauseKind.KnownDefect => "known defect",
            CauseKind.Provisioning => "account not set up",
            CauseKind.Outage => "outage",
            CauseKind.Information => "information missing",
            _ => "unknown",
        };
}
