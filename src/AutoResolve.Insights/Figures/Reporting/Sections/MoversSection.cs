using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>Types that come more or less often than before.</summary>
internal static class MoversSection
{
    private const int Most = 10;
    private const double Unlikely = 0.05;

    public static ReportSection? Of(ReportInput input)
    {
        if (input.Baseline is null)
            return null;
        var groups = FigureGroup.By(input, key => key.Type);
        var changes = groups.Select(group => group.ChangeOf(input)).ToList();
        var chances = Chance.Corrected([.. changes.Select(change => change.P)]);
        var movers = groups.Zip(changes, chances)
            .Where(mover => mover.Third < Unlikely)
            .OrderByDescending(mover => Math.Abs(mover.Second.Now - mover.Second.Expected)).ThenBy(mover => mover.First.Name, StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        return new ReportSection(
            "movers",
            "What has changed most",
            movers.Count == 0 ? "No type came more or less often than chance explains." : "Types that came more or less often than chance explains, the largest differences first.",
            [new("type", "Type"), new("issues", "Issues", IsNumber: true), new("expected", "Expected from the baseline", IsNumber: true), new("difference", "Difference", IsNumber: true), new("change", "Change, a day", IsNumber: true), new("p", "By chance?", IsNumber: true)],
            [.. movers.Select(mover => (IReadOnlyList<Cell>)[Cell.Of(mover.First.Name), Cell.Count(mover.First.Now.Issues), Cell.About(mover.Second.Expected, 1), Difference(mover.Second.Now - mover.Second.Expected), Cell.Change(mover.Second), Cell.ByChance(mover.Third)])]);
    }

    private static Cell Difference(double difference) => new((difference < 0 ? "−" : "+") + Cell.Number(Math.Abs(difference), 1), Math.Round(difference, 4));
}
