using AutoResolve.Insights.Figures.Changes;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>Issues by what they have in common.</summary>
internal static class GroupSection
{
    /// <summary>The parts of bars and columns.</summary>
    public static readonly IReadOnlyList<string> Parts = ["Resolved by rule", "To a person or team", "Others"];

    private const int MostRows = 25;
    private const int MostBars = 10;

    public static ReportSection Of(ReportInput input, string id, string title, string heading, Func<FigureKey, string> name)
    {
        var groups = FigureGroup.By(input, name);
        return Of(input, id, title, heading, groups, [], _ => []);
    }

    /// <summary>By tier, in the order of tiers; how large each one's share is, adjusted for the mix of types.</summary>
    public static ReportSection OfTiers(ReportInput input)
    {
        var groups = FigureGroup.By(input, input.TierOf).OrderBy(group => group.Name, StringComparer.Ordinal).ToList();
        if (input.Baseline is null)
            return Of(input, "tiers", "By tier", "Tier reached", groups, [], _ => []);
        var changes = groups.ConvertAll(group =>
        {
            Share Of(FigureCell cell) => new(input.TierOf(cell.Key) == group.Name ? cell.Counts.Issues : 0, cell.Counts.Issues);
            return new RateChange(FigureGroup.ByType(input.Baseline.Cells, Of), FigureGroup.ByType(input.Figures.Cells, Of));
        });
        var chances = Chance.Corrected([.. changes.Select(change => change.AdjustedP)]);
        return Of(
            input,
            "tiers",
            "By tier",
            "Tier reached",
            groups,
            [new("baselineShare", "Share in the baseline", IsNumber: true), new("points", "Change of the share in points, mix-adjusted", IsNumber: true), new("pointsP", "By chance?", IsNumber: true)],
            place => [Cell.Rate(changes[place].Before), Cell.Points(changes[place].Adjusted), Cell.ByChance(chances[place])]);
    }

    private static ReportSection Of(ReportInput input, string id, string title, string heading, IReadOnlyList<FigureGroup> groups, IReadOnlyList<Column> more, Func<int, IReadOnlyList<Cell>> cells)
    {
        var all = groups.Sum(group => group.Now.Issues);

        // Where a table has more to say, it leaves to the others what they say too.
        var decided = more.Count == 0 && groups.Any(group => group.Now.Decided > 0);
        var followed = groups.Any(group => group.Now.Followed > 0);
        List<Column> columns = [new("name", heading), new("issues", "Issues", IsNumber: true), new("share", "Share of the issues", IsNumber: true)];
        if (input.Baseline is not null)
            columns.AddRange([new("expected", "Expected from the baseline", IsNumber: true), new("change", "Change, a day", IsNumber: true), new("p", "By chance?", IsNumber: true)]);
        columns.AddRange(more);
        if (decided)
            columns.Add(new("resolved", "Resolved by rule", IsNumber: true));
        if (followed)
            columns.Add(new("escalated", "Escalated", IsNumber: true));
        if (decided)
            columns.Add(new("reopened", "Reopened, of the judged", IsNumber: true));
        var changes = groups.Select(group => group.ChangeOf(input)).ToList();
        var chances = Chance.Corrected([.. changes.Select(change => change.P)]);
        var rows = groups.Take(MostRows).Select((group, place) =>
        {
            List<Cell> row = [Cell.Of(group.Name), Cell.Count(group.Now.Issues), Cell.Rate(new Share(group.Now.Issues, all))];
            if (input.Baseline is not null)
                row.AddRange([Cell.About(changes[place].Expected, 1), Cell.Change(changes[place]), Cell.ByChance(chances[place])]);
            row.AddRange(cells(place));
            if (decided)
                row.Add(Cell.Rate(new Share(group.Now.Resolved, group.Now.Decided)));
            if (followed)
                row.Add(Cell.Rate(new Share(group.Now.Escalated, group.Now.Followed)));
            if (decided)
                row.Add(Cell.Rate(new Share(group.Now.Reopened, group.Now.Judged)));
            return (IReadOnlyList<Cell>)row;
        }).ToList();
        var bars = groups.Take(MostBars)
            .Select((group, place) => new Bar(group.Name, input.HasDecisions ? [group.Now.Resolved, group.Now.Handled, group.Now.Issues - group.Now.Resolved - group.Now.Handled] : [group.Now.Issues], input.Baseline is null ? null : changes[place].Expected))
            .Where(bar => bar.Length > 0 || bar.Mark > 0)
            .ToList();
        return new ReportSection(
            id,
            title,
            groups.Count > MostRows ? $"The first {MostRows} of {groups.Count}." : "",
            columns,
            rows,
            bars.Count == 0 ? null : new BarChart(
                $"Issues {title.ToLowerInvariant()}{(input.HasDecisions ? $", in parts: {string.Join(", ", Parts)}" : "")}{(groups.Count > MostBars ? $"; the first {MostBars} of {groups.Count}" : "")}.",
                input.HasDecisions ? Parts : ["Issues"],
                bars,
                input.Baseline is null ? null : "expected from the baseline"));
    }
}
