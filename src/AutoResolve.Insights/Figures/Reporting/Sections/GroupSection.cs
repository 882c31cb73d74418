using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>Issues by what they have in common.</summary>
internal static class GroupSection
{
    /// <summary>The parts of bars and columns.</summary>
    public static readonly IReadOnlyList<string> Parts = ["Resolved by rule", "To a person or team", "Others"];

    private static readonly IReadOnlyList<string> Whole = ["Issues"];

    private const int MaxRows = 25;
    private const int MaxBars = 10;

    public static ReportSection Of(ReportInput input, Dimension dimension)
    {
        var obstacle = dimension.Obstacle(input);
        var compared = obstacle is null ? input : input with { Baseline = null };
        var section = Of(
            compared,
            dimension.Id,
            $"By {dimension.Heading.ToLowerInvariant()}",
            dimension.Heading,
            FigureGroup.By(compared, dimension.NameOf)
        );
        return obstacle is null ? section : section with { Note = $"{section.Note} {obstacle}".TrimStart() };
    }

    /// <summary>The names of the parts of its bars or columns: what rules did is known of decided issues only.</summary>
    public static IReadOnlyList<string> PartNames(ReportInput input) => input.HasDecisions ? Parts : Whole;

    /// <summary>The parts, for the description of a chart.</summary>
    public static string InParts(ReportInput input) => input.HasDecisions ? $", in parts: {string.Join(", ", Parts)}" : "";

    /// <summary>How large the parts are.</summary>
    public static IReadOnlyList<double> PartsOf(ReportInput input, FigureCounts counts) =>
        input.HasDecisions ? [counts.Resolved, counts.Handled, counts.Issues - counts.Resolved - counts.Handled] : [counts.Issues];

    private static ReportSection Of(ReportInput input, string id, string title, string heading, IReadOnlyList<FigureGroup> groups)
    {
        var all = groups.Sum(group => group.Now.Issues);
        var decided = groups.Any(group => group.Now.Decided > 0);
        var followed = groups.Any(group => group.Now.Followed > 0);
        List<Column> columns =
        [
            new("name", heading),
            new("issues", "Issues", IsNumber: true),
            new("share", "Share of the issues", IsNumber: true),
        ];
        if (input.Baseline is not null)
            columns.AddRange([
                new("expected", "Expected from the baseline", IsNumber: true),
                new("change", "Change, a day", IsNumber: true),
                new("p", "By chance?", IsNumber: true),
            ]);
        if (decided)
            columns.Add(new("resolved", "Resolved by rule", IsNumber: true));
        if (followed)
            columns.Add(new("escalated", "Escalated", IsNumber: true));
        if (decided)
            columns.Add(new("reopened", "Reopened, of the judged", IsNumber: true));
        var changes = groups.Select(group => group.ChangeOf(input)).ToList();
        var chances = SignificanceTest.Corrected([.. changes.Select(change => change.P)]);
        var rows = groups
            .Take(MaxRows)
            .Select(
                (group, place) =>
                {
                    List<Cell> row =
                    [
                        id == Dimension.Team.Id ? input.TeamCell(group.Name) : Cell.Of(group.Name),
                        Cell.Count(group.Now.Issues),
                        Cell.Rate(new Proportion(group.Now.Issues, all)),
                    ];
                    if (input.Baseline is not null)
                        row.AddRange([Cell.About(changes[place].Expected, 1), Cell.Change(changes[place]), Cell.ByChance(chances[place])]);
                    if (decided)
                        row.Add(Cell.Rate(new Proportion(group.Now.Resolved, group.Now.Decided)));
                    if (followed)
                        row.Add(Cell.Rate(new Proportion(group.Now.Escalated, group.Now.Followed)));
                    if (decided)
                        row.Add(Cell.Rate(new Proportion(group.Now.Reopened, group.Now.Judged)));
                    return (IReadOnlyList<Cell>)row;
                }
            )
            .ToList();
        List<Bar> bars =
        [
            .. groups
                .Take(MaxBars)
                .Select(
                    (group, place) =>
                        new Bar(group.Name, PartsOf(input, group.Now), input.Baseline is null ? null : changes[place].Expected)
                )
                .Where(bar => bar.Length > 0 || bar.Mark > 0),
        ];
        return new ReportSection(
            id,
            title,
            groups.Count > MaxRows ? $"The first {MaxRows} of {groups.Count}." : "",
            columns,
            rows,
            bars.Count == 0 ? null : Chart(input, $"Issues {title.ToLowerInvariant()}", bars, groups.Count)
        );
    }

    private static BarChart Chart(ReportInput input, string what, List<Bar> bars, int groups)
    {
        var first = groups > MaxBars ? $"; the first {MaxBars} of {groups}" : "";
        return new BarChart(
            $"{what}{InParts(input)}{first}.",
            PartNames(input),
            bars,
            input.Baseline is null ? null : "expected from the baseline"
        );
    }
}
