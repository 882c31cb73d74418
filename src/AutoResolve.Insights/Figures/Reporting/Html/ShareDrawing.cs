namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Draws <see cref="ShareChart"/>.</summary>
internal static class ShareDrawing
{
    private const int Room = 54;
    private const int Thickness = 40;
    private const double Gap = 2.5;
    private const double MinNamed = 30;

    public static ChartView Of(string id, ShareChart chart, ChartLayout layout)
    {
        // Bars of whole months are to be wide: their names stand above.
        layout = layout with { LabelWidth = 0, LabelLetters = layout.Width / 9 };
        var rows = ChartRow.Stack(layout, chart.Bars.Select(bar => bar.Label), Room);
        var shapes = chart.Bars.Zip(rows).SelectMany(pair => Bar(pair.First, pair.Second, layout.Width));
        return ChartFrame.Of(id, chart, layout, [.. ChartFrame.Parts(chart.Parts)], rows[^1].Bottom, [.. shapes]);
    }

    private static IEnumerable<Shape> Bar(Bar bar, ChartRow row, int whole)
    {
        yield return row.Label();
        var left = 0.0;
        for (var part = 0; part < bar.Parts.Count; part++)
        {
            var width = bar.Parts[part] / 100 * whole;
            if (width > 0)
                yield return ChartFrame.Part(part, left, row.Middle - (Thickness / 2.0), Math.Max(0.5, width - Gap), Thickness);
            if (width >= MinNamed)
                yield return new Caption(bar.Share(part), left + (width / 2), row.Middle + 5, "middle");
            left += width;
        }
    }
}
