namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Draws <see cref="BarChart"/>.</summary>
internal static class BarDrawing
{
    private const int Room = 30;
    private const int Thickness = 20;
    private const int MarkHeight = 28;
    private const int BesideValue = 14;
    private const double Gap = 2.5;

    public static ChartView Of(string id, BarChart chart, ChartLayout layout)
    {
        var most = Math.Max(chart.Bars.Max(bar => bar.Length), chart.Bars.Max(bar => bar.Mark ?? 0));
        var values = (chart.Bars.Max(bar => Cell.Number(bar.Length).Length) * ChartFrame.DigitWidth) + BesideValue;
        double Scale(double value) => most <= 0 ? 0 : value / most * (layout.Width - layout.LabelWidth - values);
        var rows = ChartRow.Stack(layout, chart.Bars.Select(bar => bar.Label), Room);
        var shapes = new List<Shape>();
        foreach (var (bar, row) in chart.Bars.Zip(rows))
        {
            shapes.Add(row.Label());
            shapes.AddRange(Parts(bar, layout.LabelWidth, row.Middle - (Thickness / 2.0), Scale));
            if (bar.Mark is { } mark)
                shapes.Add(new VerticalLine("mark", layout.LabelWidth + Scale(mark), row.Middle - (MarkHeight / 2.0), MarkHeight));
            shapes.Add(new Caption(Cell.Number(bar.Length), layout.Width - 4, row.Middle + 5, "end"));
        }

        return ChartFrame.Of(id, chart, layout, [.. Legend(chart)], rows[^1].Bottom, shapes);
    }

    private static IEnumerable<Shape> Parts(Bar bar, double left, double top, Func<double, double> scale)
    {
        for (var part = 0; part < bar.Parts.Count; part++)
        {
            var width = scale(bar.Parts[part]);

            // Neighbours are told apart by the gap, whatever the colours.
            if (width > 0)
                yield return ChartFrame.Part(part, left, top, Math.Max(0.5, width - Gap), Thickness);
            left += width;
        }
    }

    private static IEnumerable<(string Mark, string Meaning)> Legend(BarChart chart)
    {
        if (chart.Parts.Count > 1)
        {
            foreach (var part in ChartFrame.Parts(chart.Parts))
                yield return part;
        }

        if (chart.Mark is { } meaning)
            yield return ("mark", meaning);
    }
}
