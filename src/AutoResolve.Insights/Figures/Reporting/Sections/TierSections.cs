using AutoResolve.Insights.Figures.Changes;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>Issues by tier: those that people of it got, and those that rules saved it.</summary>
internal static class TierSections
{
    public static IEnumerable<ReportSection> Of(ReportInput input)
    {
        var obstacle = input.TierObstacle;
        var compared = obstacle is null ? input : input with { Baseline = null };
        var tiers = FigureGroup.By(compared, compared.TierOf).OrderBy(group => group.Name, StringComparer.Ordinal).ToList();
        yield return Tiers(compared, tiers) with
        {
            Note = obstacle ?? "",
        };
        if (compared.Baseline is not null)
            yield return Shares(compared, tiers);
    }

    private static ReportSection Tiers(ReportInput input, List<FigureGroup> tiers)
    {
        var all = tiers.Sum(tier => tier.Now.Issues);
        List<Column> columns =
        [
            new("name", "Tier"),
            new("issues", "Issues", IsNumber: true),
            new("handled", "To people of it", IsNumber: true),
            new("share", "Of all issues", IsNumber: true),
        ];
        if (input.Baseline is not null)
            columns.AddRange([
                new("expected", "Expected from the baseline", IsNumber: true),
                new("change", "Change, a day", IsNumber: true),
                new("p", "By chance?", IsNumber: true),
            ]);
        if (input.HasDecisions)
            columns.AddRange([new("saved", "Saved by a rule", IsNumber: true), new("others", "Others", IsNumber: true)]);
        var changes = tiers.ConvertAll(tier => new CountChange(
            tier.Before.Handled,
            input.Baseline?.Length ?? 1,
            tier.Now.Handled,
            input.Length
        ));
        var chances = SignificanceTest.Corrected([.. changes.Select(change => change.P)]);
        return new ReportSection(
            "tiers",
            "By tier",
            "",
            columns,
            [
                .. tiers.Select(
                    (tier, place) =>
                    {
                        var now = tier.Now;
                        List<Cell> row =
                        [
                            Cell.Of(tier.Name),
                            Cell.Count(now.Issues),
                            Cell.Count(now.Handled),
                            Cell.Rate(new Proportion(now.Handled, all)),
                        ];
                        if (input.Baseline is not null)
                            row.AddRange([
                                Cell.About(changes[place].Expected, 1),
                                Cell.Change(changes[place]),
                                Cell.ByChance(chances[place]),
                            ]);
                        if (input.HasDecisions)
                            row.AddRange([Cell.Count(now.Resolved), Cell.Count(now.Issues - now.Resolved - now.Handled)]);
                        return (IReadOnlyList<Cell>)row;
                    }
                ),
            ],
            all == 0
                ? null
                : new BarChart(
                    $"Issues by tier{(input.HasDecisions ? $", in parts: {string.Join(", ", GroupSection.Parts)}" : "")}.",
                    input.HasDecisions ? GroupSection.Parts : ["Issues"],
                    [
                        .. tiers.Select(
                            (tier, place) =>
                                new Bar(tier.Name, Parts(input, tier.Now), input.Baseline is null ? null : changes[place].Expected)
                        ),
                    ],
                    input.Baseline is null ? null : "to people expected from the baseline"
                )
        );
    }

    // How large each tier's share is, where another mix of types is no difference.
    private static ReportSection Shares(ReportInput input, List<FigureGroup> tiers)
    {
        var known = tiers
            .Where(tier => input.HasDecisions || tier.Cells.Any(cell => cell.Key.Tier is not null) || tier.Cells.Count == 0)
            .ToList();
        var changes = known.ConvertAll(tier =>
        {
            // That no tier is named says something of a rule, of a ticket nothing.
            Proportion Of(FigureCell cell) =>
                cell.Key.Tier is null && cell.Counts.Decided == 0
                    ? default
                    : new(input.TierOf(cell.Key) == tier.Name ? cell.Counts.Handled : 0, cell.Counts.Issues);
            return new RateChange(FigureGroup.ByType(input.Baseline!.Cells, Of), FigureGroup.ByType(input.Figures.Cells, Of));
        });
        var raw = SignificanceTest.Corrected([.. changes.Select(change => change.RawP)]);
        var adjusted = SignificanceTest.Corrected([.. changes.Select(change => change.AdjustedP)]);
        return new ReportSection(
            "tierShares",
            "Shares of the tiers",
            "Issues that people of the tier got, of all issues, as they are, and where another mix of types is no difference.",
            [
                new("name", "Tier"),
                new("share", "Of all issues", IsNumber: true),
                new("baseline", "Baseline", IsNumber: true),
                new("points", "Change in points", IsNumber: true),
                new("p", "By chance?", IsNumber: true),
                new("adjusted", "Change in points, mix-adjusted", IsNumber: true),
                new("adjustedP", "By chance? (mix-adjusted)", IsNumber: true),
            ],
            [
                .. known.Select(
                    (tier, place) =>
                        (IReadOnlyList<Cell>)
                            [
                                Cell.Of(tier.Name),
                                Cell.Rate(changes[place].Now),
                                Cell.Rate(changes[place].Before),
                                Cell.Points(changes[place].Raw),
                                Cell.ByChance(raw[place]),
                                Cell.Points(changes[place].Adjusted),
                                Cell.ByChance(adjusted[place]),
                            ]
                ),
            ]
        );
    }

    private static IReadOnlyList<double> Parts(ReportInput input, FigureCounts now) =>
        input.HasDecisions ? [now.Resolved, now.Handled, now.Issues - now.Resolved - now.Handled] : [now.Issues];
}
