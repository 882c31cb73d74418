using System.Globalization;
using System.Text;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Draws <see cref="RangeChart"/>.</summary>
internal static class RangeDrawing
{
    private const int Room = 34;
    private const int Left = 16;
    private const int Right = 24;
    private const int AxisHeight = 24;

    public static string Of(string id, RangeChart chart, ChartLayout layout)
    {
        var left = Math.Max(Left, layout.LabelWidth);
        double X(double share) => left + (share * (layout.Width - left - Right));
        var rows = ChartRow.Stack(layout, chart.Rows.Select(row => row.Label), Room);
        var height = rows[^1].Bottom;
        var text = new StringBuilder();
        for (var quarter = 0; quarter <= 4; quarter++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"<path class=\"grid\" d=\"M{HtmlText.Of(X(quarter / 4.0))} 0V{HtmlText.Of(height)}\"/><text "
                    + $"x=\"{HtmlText.Of(X(quarter / 4.0))}\" y=\"{HtmlText.Of(height + 18)}\" "
                    + $"text-anchor=\"middle\">{quarter * 25} %</text>\n"
            );
        foreach (var ((_, now, before), row) in chart.Rows.Zip(rows))
        {
            text.Append(row.Label());
            Append("now", now, row.Middle - (before.Of > 0 ? 6 : 0));
            Append("before", before, row.Middle + 6);
            text.Append('\n');
        }

        IReadOnlyList<(string, string)> legend = chart.Rows.Any(row => row.Before.Of > 0)
            ? [("now", "now, with its interval"), ("before", "baseline, with its interval")]
            : [("now", "share, with its interval")];
        return ChartFrame.Of(id, chart, layout, legend, height + AxisHeight, text.ToString());

        void Append(string mark, Proportion share, double y)
        {
            if (share.Of > 0)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<path class=\"range {mark}\" d=\"M{HtmlText.Of(X(share.Lower))} "
                        + $"{HtmlText.Of(y)}H{HtmlText.Of(X(share.Upper))}\"/><circle class=\"{mark}\" "
                        + $"cx=\"{HtmlText.Of(X(share.Value))}\" cy=\"{HtmlText.Of(y)}\" r=\"5\"/>"
                );
        }
    }
}
