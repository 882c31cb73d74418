namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>A chart for those who cannot see it: what it shows, and what one sees at a glance.</summary>
internal static class ChartWords
{
    private const int Named = 3;
    private const int LettersOfDay = 10;

    public static string Of(IChart chart) => $"{chart.Description} {Glance(chart)}".TrimEnd();

    private static string Glance(IChart chart) =>
        chart switch
        {
            BarChart bars => Largest(bars),
            ColumnChart columns => Course(columns),
            RangeChart ranges => Extremes(ranges),
            ShareChart shares => Parts(shares),
            LineChart lines => Ends(lines),
            _ => "",
        };

    private static string Parts(ShareChart chart) =>
        string.Join(
            ' ',
            chart.Bars.Select(bar =>
                $"{bar.Label}: {string.Join(", ", chart.Parts.Select((part, place) => $"{part} {bar.Share(place)}"))}."
            )
        );

    private static string Ends(LineChart chart) =>
        string.Join(
            ' ',
            chart.Lines.Select(line =>
                $"{line.Name}: {Percent(line.Values[0])} in {chart.Labels[0]}, {Percent(line.Values[^1])} in "
                + $"{chart.Labels[^1]}{(line.Goal is { } goal ? $"; the goal is {Percent(goal)}" : "")}."
            )
        );

    private static string Percent(double percent) => double.IsNaN(percent) ? "none" : $"{Cell.Number(percent)} %";

    private static string Largest(BarChart chart)
    {
        var largest = chart
            .Bars.OrderByDescending(bar => bar.Length)
            .Take(Named)
            .Select(bar =>
                $"{bar.Label} {Cell.Number(bar.Length)}{(bar.Mark is { } mark ? $", {Cell.Number(mark, 1)} {chart.Mark}" : "")}"
            );
        return $"{(chart.Bars.Count > 1 ? "The most: " : "")}{string.Join("; ", largest)}.";
    }

    private static string Course(ColumnChart chart)
    {
        var (highest, lowest, last) = (
            chart.Columns.MaxBy(column => column.Length)!,
            chart.Columns.MinBy(column => column.Length)!,
            chart.Columns[^1]
        );
        var isDays = last.Label.Length == LettersOfDay;
        var at = isDays ? "on" : "in";
        var words =
            $"{Cell.Number(chart.Columns.Sum(column => column.Length))} in all, the most "
            + $"{Cell.Number(highest.Length)} {at} {highest.Label}, the fewest {Cell.Number(lowest.Length)} {at} {lowest.Label}";

        // The last month is the one that the report is of; the last day is like any other.
        if (!isDays && last != highest && last != lowest)
            words += $", {Cell.Number(last.Length)} in {last.Label}, the last";
        return chart.Level is { } level ? $"{words}; {Cell.Number(level, 1)} {chart.LevelName}." : $"{words}.";
    }

    private static string Extremes(RangeChart chart)
    {
        var known = chart.Rows.Where(row => row.Now.Of > 0).OrderByDescending(row => row.Now.Value).ToList();
        return known.Count switch
        {
            0 => "",
            1 => $"{Share(known[0])}.",
            _ => $"The highest: {Share(known[0])}; the lowest: {Share(known[^1])}.",
        };
    }

    private static string Share((string Label, Measuring.Proportion Now, Measuring.Proportion Before) row) =>
        $"{row.Label} {Cell.Percent(row.Now.Value)}{(row.Before.Of > 0 ? $", {Cell.Percent(row.Before.Value)} in the baseline" : "")}";
}
