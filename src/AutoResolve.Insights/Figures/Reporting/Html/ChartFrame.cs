namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>
/// The picture around a chart: its size, its words for those who cannot see it, its legend. Text stays text, and colours come from the
/// page, so that it fits dark, light, print and forced colours.
/// </summary>
internal static class ChartFrame
{
    /// <summary>How wide a digit is at most.</summary>
    public const int DigitWidth = 9;

    private static readonly string?[] Patterns = [null, "hatch", null, "lines", "dots"];

    private const int LegendLine = 24;
    private const int BelowLegend = 4;
    private const int LetterWidth = 8;
    private const int MarkWidth = 20;
    private const int BetweenMeanings = 24;

    /// <param name="id">The section and the layout.</param>
    /// <param name="chart">What is drawn.</param>
    /// <param name="layout">How wide.</param>
    /// <param name="legend">The class of each mark, and what it means.</param>
    /// <param name="height">The height of what is drawn below the legend.</param>
    /// <param name="shapes">That, with its origin below the legend.</param>
    public static ChartView Of(
        string id,
        IChart chart,
        ChartLayout layout,
        IReadOnlyList<(string Mark, string Meaning)> legend,
        double height,
        IReadOnlyList<Shape> shapes
    )
    {
        var (marks, legendHeight) = Legend(layout, legend);
        return new ChartView(
            id,
            layout,
            height + legendHeight,
            ChartWords.Of(chart),
            HasFiveParts: chart is ShareChart,
            legendHeight,
            marks,
            shapes
        );
    }

    /// <summary>A part of a bar or column.</summary>
    public static Box Part(int part, double left, double top, double width, double height) =>
        new($"part{part}", Patterns[part], left, top, width, height);

    /// <summary>The legend of parts.</summary>
    public static IEnumerable<(string Mark, string Meaning)> Parts(IReadOnlyList<string> parts) =>
        parts.Select((part, place) => ($"part{place}", part));

    private static (List<Shape> Marks, int Height) Legend(ChartLayout layout, IReadOnlyList<(string Mark, string Meaning)> legend)
    {
        var marks = new List<Shape>();
        var (left, top) = (0, 0);
        foreach (var (mark, meaning) in legend)
        {
            var width = MarkWidth + (meaning.Length * LetterWidth);
            if (left > 0 && left + width > layout.Width)
                (left, top) = (0, top + LegendLine);
            marks.Add(Mark(mark, left, top));
            marks.Add(new Caption(meaning, left + MarkWidth, top + 17));
            left += width + BetweenMeanings;
        }

        return (marks, legend.Count == 0 ? 0 : top + LegendLine + BelowLegend);
    }

    private static Shape Mark(string mark, int left, int top) =>
        mark switch
        {
            "mark" => new VerticalLine(mark, left + 7, top + 4, 16),
            "level" => new HorizontalLine(mark, left, top + 12, left + 14),
            "now" or "before" => new Dot(mark, left + 7, top + 12, 5),
            _ => Part(mark[^1] - '0', left, top + 5, 14, 14),
        };
}
