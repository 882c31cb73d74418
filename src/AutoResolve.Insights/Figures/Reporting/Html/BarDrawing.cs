using System.Globalization;
using System.Text;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Draws <see cref="BarChart"/>.</summary>
internal static class BarDrawing
{
    private const int Room = 30;
    private const int Thickness = 20;
    private const int MarkHeight = 28;
    private const int BesideValue = 14;
    private const double Gap = 2.5;

    public static string Of(string id, BarChart chart, ChartLayout layout)
    {
        var most = Math.Max(chart.Bars.Max(bar => bar.Length), chart.Bars.Max(bar => bar.Mark ?? 0));
        var values = (chart.Bars.Max(bar => Cell.Number(bar.Length).Length) * ChartFrame.DigitWidth) + BesideValue;
        double Scale(double value) => most <= 0 ? 0 : value / most * (layout.Width - layout.LabelWidth - values);
        var rows = ChartRow.Stack(layout, chart.Bars.Select(bar => bar.Label), Room);
        var text = new StringBuilder();
        foreach (var (bar, row) in chart.Bars.Zip(rows))
        {
            text.Append(row.Label());
            AppendParts(text, id, bar, layout.LabelWidth, row.Middle - (Thickness / 2.0), Scale);
            if (bar.Mark is { } mark)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<path class=\"mark\" d=\"M{HtmlText.Of(layout.LabelWidth + Scale(mark))} "
                        + $"{HtmlText.Of(row.Middle - (MarkHeight / 2.0))}v{MarkHeight}\"/>"
                );
            text.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{layout.Width - 4}\" y=\"{HtmlText.Of(row.Middle + 5)}\" "
                    + $"text-anchor=\"end\">{Cell.Number(bar.Length)}</text>\n"
            );
        }

        var legend = chart.Parts.Count > 1 ? ChartFrame.Parts(chart.Parts) : [];
        return ChartFrame.Of(
            id,
            chart,
            layout,
            [.. legend, .. chart.Mark is { } meaning ? [("mark", meaning)] : (IReadOnlyList<(string, string)>)[]],
            rows[^1].Bottom,
            text.ToString()
        );
    }

    private static void AppendParts(StringBuilder text, string id, Bar bar, double left, double top, Func<double, double> scale)
    {
        for (var part = 0; part < bar.Parts.Count; part++)
        {
            var width = scale(bar.Parts[part]);

            // Neighbours are told apart by the gap, whatever the colours.
            if (width > 0)
                text.Append(ChartFrame.Part(id, part, left, top, Math.Max(0.5, width - Gap), Thickness));
            left += width;
        }
    }
}
