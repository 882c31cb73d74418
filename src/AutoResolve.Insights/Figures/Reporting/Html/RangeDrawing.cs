using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Draws <see cref="RangeChart"/>.</summary>
internal static class RangeDrawing
{
    private const int Room = 34;
    private const int Left = 16;
    private const int Right = 24;
    private const int AxisHeight = 24;

    public static ChartView Of(string id, RangeChart chart, ChartLayout layout)
    {
        var left = Math.Max(Left, layout.LabelWidth);
        double X(double share) => left + (share * (layout.Width - left - Right));
        var rows = ChartRow.Stack(layout, chart.Rows.Select(row => row.Label), Room);
        var height = rows[^1].Bottom;
        var shapes = new List<Shape>();
        for (var quarter = 0; quarter <= 4; quarter++)
            shapes.AddRange([
                new VerticalLine("grid", X(quarter / 4.0), 0, height),
                new Caption($"{quarter * 25} %", X(quarter / 4.0), height + 18, "middle"),
            ]);
        foreach (var ((_, now, before), row) in chart.Rows.Zip(rows))
        {
            shapes.Add(row.Label());
            shapes.AddRange(Range("now", now, row.Middle - (before.Of > 0 ? 6 : 0), X));
            shapes.AddRange(Range("before", before, row.Middle + 6, X));
        }

        IReadOnlyList<(string, string)> legend = chart.Rows.Any(row => row.Before.Of > 0)
            ? [("now", "now, with its interval"), ("before", "baseline, with its interval")]
            : [("now", "share, with its interval")];
        return ChartFrame.Of(id, chart, layout, legend, height + AxisHeight, shapes);
    }

    private static IEnumerable<Shape> Range(string mark, Proportion share, double y, Func<double, double> x) =>
        share.Of > 0 ? [new HorizontalLine($"range {mark}", x(share.Lower), y, x(share.Upper)), new Dot(mark, x(share.Value), y, 5)] : [];
}
