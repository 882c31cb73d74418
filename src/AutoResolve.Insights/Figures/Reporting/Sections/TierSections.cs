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
            new("handled", "To its people", IsNumber: true),
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
            all == 0 ? null : Chart(input, [.. tiers.Zip(changes, (tier, change) => Bar(input, tier, change))])
        );
    }

    private static BarChart Chart(ReportInput input, IReadOnlyList<Bar> bars) =>
        new(
            $"Issues by tier{GroupSection.InParts(input)}.",
            GroupSection.PartNames(input),
            bars,
            input.Baseline is null ? null : "expected for its people from the baseline"
        );

    private static Bar Bar(ReportInput input, FigureGroup tier, CountChange change) =>
        new(tier.Name, GroupSection.PartsOf(input, tier.Now), input.Baseline is null ? null : change.Expected);

    // How large each tier's share is, also adjusted for the mix of types.
    private static ReportSection Shares(ReportInput input, List<FigureGroup> tiers)
    {
        var known = tiers
            .Where(tier => input.HasDecisions || tier.Cells.Any(cell => cell.Key.Tier is not null) || tier.Cells.Count == 0)
            .ToList();
        var changes = known.ConvertAll(tier =>
        {
            // That no tier is named says something of a rule, of a ticket nothing.
            Proportion Of(FigureCell cell)
            {
                if (cell.Key.Tier is null && cell.Counts.Decided == 0)
                    return default;
                var handled = input.TierOf(cell.Key) == tier.Name ? cell.Counts.Handled : 0;
                return new Proportion(handled, cell.Counts.Issues);
            }

            return new RateChange(FigureGroup.ByType(input.Baseline!.Cells, Of), FigureGroup.ByType(input.Figures.Cells, Of));
        });
        var raw = SignificanceTest.Corrected([.. changes.Select(change => change.RawP)]);
        var adjusted = SignificanceTest.Corrected([.. changes.Select(change => change.AdjustedP)]);
        return new ReportSection(
            "tierShares",
            "Shares of the tiers",
            "Issues that went to people of the tier, as a share of all issues: as they are, and adjusted for the mix of types.",
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
}
