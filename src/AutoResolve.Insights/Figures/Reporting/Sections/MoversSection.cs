namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>What comes more or less often than before.</summary>
internal static class MoversSection
{
    private const int Max = 20;

    public static ReportSection? Of(ReportInput input, IReadOnlyList<VolumeChange> movers) =>
        input.Baseline is null
            ? null
            : new ReportSection(
                "movers",
                "What has changed most",
                Note(input, movers.Count),
                [
                    new("name", "Name"),
                    new("of", "What it is"),
                    new("issues", "Issues", IsNumber: true),
                    new("expected", "Expected from the baseline", IsNumber: true),
                    new("difference", "Difference", IsNumber: true),
                    new("change", "Change, a day", IsNumber: true),
                    new("p", "By chance?", IsNumber: true),
                ],
                [
                    .. movers
                        .Take(Max)
                        .Select(mover =>
                            (IReadOnlyList<Cell>)
                                [
                                    Cell.Of(mover.Name),
                                    new Cell(mover.Dimension.Heading.ToLowerInvariant(), mover.Dimension.Heading.ToLowerInvariant()),
                                    Cell.Count(mover.Change.Now),
                                    Cell.About(mover.Change.Expected, 1),
                                    Difference(mover.Difference),
                                    Cell.Change(mover.Change),
                                    Cell.ByChance(mover.P),
                                ]
                        ),
                ]
            );

    private static string Note(ReportInput input, int movers)
    {
        var looked = string.Join(
            ", ",
            VolumeChange
                .Compared(input)
                .Where(dimension => dimension.IsKnownIn(input.Figures.Cells) || dimension.IsKnownIn(input.Baseline!.Cells))
                .Select(dimension => dimension.Plural)
        );
        if (looked.Length == 0)
            return "None of the groupings can be compared.";
        if (movers == 0)
            return $"Nothing came in more or less often than chance would explain. Looked at: {looked}.";
        var first = movers > Max ? $" The first {Max} of {movers}." : "";
        return $"What came in more or less often than chance would explain, the largest differences first. Looked at: {looked}.{first}";
    }

    private static Cell Difference(double difference) =>
        new((difference < 0 ? "−" : "+") + Cell.Number(Math.Abs(difference), 1), Math.Round(difference, 4));
}
