using System.Globalization;
using System.Text;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Draws <see cref="BarChart"/>.</summary>
internal static class BarDrawing
{
    private const int Row = 30;
    private const int LabelWidth = 250;
    private const int ValueWidth = 70;
    private const int LabelLetters = 28;
    private const double Gap = 2.5;

    public static string Of(string id, BarChart chart)
    {
        var most = Math.Max(chart.Bars.Max(bar => bar.Length), chart.Bars.Max(bar => bar.Mark ?? 0));
        double Scale(double value) => most <= 0 ? 0 : value / most * (ChartFrame.Width - LabelWidth - ValueWidth);
        var text = new StringBuilder();
        for (var place = 0; place < chart.Bars.Count; place++)
        {
            var bar = chart.Bars[place];
            var top = place * Row;
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth - 8}\" y=\"{top + 20}\" text-anchor=\"end\">{HtmlText.Short(bar.Label, LabelLetters)}</text>");
            double left = LabelWidth;
            for (var part = 0; part < bar.Parts.Count; part++)
            {
                var width = Scale(bar.Parts[part]);

                // Neighbours are told apart by the gap, whatever the colours.
                if (width > 0)
                    text.Append(ChartFrame.Part(id, part, left, top + 5, Math.Max(0.5, width - Gap), Row - 10));
                left += width;
            }

            if (bar.Mark is { } mark)
                text.Append(CultureInfo.InvariantCulture, $"<path class=\"mark\" d=\"M{HtmlText.Of(LabelWidth + Scale(mark))} {top + 1}v{Row - 2}\"/>");
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{ChartFrame.Width - 4}\" y=\"{top + 20}\" text-anchor=\"end\">{Cell.Number(bar.Length)}</text>\n");
        }

        var legend = chart.Parts.Count > 1 ? ChartFrame.Parts(chart.Parts) : [];
        return ChartFrame.Of(id, chart, [.. legend, .. chart.Mark is { } meaning ? [("mark", meaning)] : (IReadOnlyList<(string, string)>)[]], chart.Bars.Count * Row, text.ToString());
    }
}
