using System.Globalization;
using System.Text;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Draws <see cref="ShareChart"/>.</summary>
internal static class ShareDrawing
{
    private const int Room = 54;
    private const int Thickness = 40;
    private const double Gap = 2.5;
    private const double MinNamed = 30;

    public static string Of(string id, ShareChart chart, ChartLayout layout)
    {
        // Bars of whole months are to be wide: their names stand above.
        layout = layout with { LabelWidth = 0, LabelLetters = layout.Width / 9 };
        var rows = ChartRow.Stack(layout, chart.Bars.Select(bar => bar.Label), Room);
        var text = new StringBuilder();
        foreach (var (bar, row) in chart.Bars.Zip(rows))
        {
            text.Append(row.Label());
            var left = 0.0;
            for (var part = 0; part < bar.Parts.Count; part++)
            {
                var width = bar.Parts[part] / 100 * layout.Width;
                if (width > 0)
                    text.Append(ChartFrame.Part(id, part, left, row.Middle - (Thickness / 2.0), Math.Max(0.5, width - Gap), Thickness));
                if (width >= MinNamed)
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"<text x=\"{HtmlText.Of(left + (width / 2))}\" y=\"{HtmlText.Of(row.Middle + 5)}\" "
                            + $"text-anchor=\"middle\">{bar.Share(part)}</text>"
                    );
                left += width;
            }

            text.Append('\n');
        }

        return ChartFrame.Of(id, chart, layout, [.. ChartFrame.Parts(chart.Parts)], rows[^1].Bottom, text.ToString());
    }
}
