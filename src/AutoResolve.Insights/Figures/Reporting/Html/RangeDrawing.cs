using System.Globalization;
using System.Text;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Draws <see cref="RangeChart"/>.</summary>
internal static class RangeDrawing
{
    private const int Row = 34;
    private const int LabelWidth = 250;
    private const int Right = 24;
    private const int LabelLetters = 30;
    private const int AxisHeight = 24;

    public static string Of(string id, RangeChart chart)
    {
        double X(double share) => LabelWidth + (share * (ChartFrame.Width - LabelWidth - Right));
        var height = chart.Rows.Count * Row;
        var text = new StringBuilder();
        for (var quarter = 0; quarter <= 4; quarter++)
            text.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{HtmlText.Of(X(quarter / 4.0))} 0V{height}\"/><text x=\"{HtmlText.Of(X(quarter / 4.0))}\" y=\"{height + 18}\" text-anchor=\"middle\">{quarter * 25} %</text>\n");
        for (var place = 0; place < chart.Rows.Count; place++)
        {
            var (label, now, before) = chart.Rows[place];
            var middle = (place * Row) + (Row / 2);
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth - 12}\" y=\"{middle + 5}\" text-anchor=\"end\">{HtmlText.Short(label, LabelLetters)}</text>");
            var isCompared = before.Of > 0;
            Append("now", now, middle - (isCompared ? 6 : 0));
            Append("before", before, middle + 6);
            text.Append('\n');
        }

        IReadOnlyList<(string, string)> legend = chart.Rows.Any(row => row.Before.Of > 0) ? [("now", "now, with its interval"), ("before", "baseline, with its interval")] : [("now", "share, with its interval")];
        return ChartFrame.Of(id, chart, legend, height + AxisHeight, text.ToString());

        void Append(string mark, Share share, int y)
        {
            if (share.Of > 0)
                text.Append(CultureInfo.InvariantCulture, $"<path class=\"range {mark}\" d=\"M{HtmlText.Of(X(share.Lower))} {y}H{HtmlText.Of(X(share.Upper))}\"/><circle class=\"{mark}\" cx=\"{HtmlText.Of(X(share.Value))}\" cy=\"{y}\" r=\"5\"/>");
        }
    }
}
