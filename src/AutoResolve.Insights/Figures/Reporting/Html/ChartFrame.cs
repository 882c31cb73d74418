using System.Globalization;
using System.Text;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>
/// The picture around a chart: its size, its words for those who cannot see it, its legend. Text stays text, and colours come from the
/// page, so that it fits dark, light, print and forced colours.
/// </summary>
internal static class ChartFrame
{
    /// <summary>How wide a digit is at most.</summary>
    public const int DigitWidth = 9;

    private static readonly string?[] Fills = [null, "hatch", null, "lines", "dots"];

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
    /// <param name="content">That, with its origin below the legend.</param>
    public static string Of(
        string id,
        IChart chart,
        ChartLayout layout,
        IReadOnlyList<(string Mark, string Meaning)> legend,
        double height,
        string content
    )
    {
        var (marks, legendHeight) = Legend(id, layout, legend);
        var all = HtmlText.Of(height + legendHeight);
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"{layout.Name}\" role=\"img\" aria-labelledby=\"{id}-chart\" viewBox=\"0 0 "
                + $"{layout.Width} {all}\" width=\"{layout.Width}\" height=\"{all}\">\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-chart\">{HtmlText.Of(ChartWords.Of(chart))}</title>\n");

        // Parts are told apart by how they are filled: solid, hatched, empty, lined, dotted. Colour alone would not do, on grey paper or
        // to many eyes.
        text.Append(
            CultureInfo.InvariantCulture,
            $"<defs><pattern id=\"{id}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
                + $"patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0v6M6 0v6\"/></pattern>"
        );
        if (chart is ShareChart)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"<pattern id=\"{id}-lines\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path "
                    + $"class=\"lines\" d=\"M0 3h6\"/></pattern>"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"<pattern id=\"{id}-dots\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><circle "
                    + $"class=\"dots\" cx=\"4\" cy=\"4\" r=\"1.5\"/></pattern>"
            );
        }

        text.Append("</defs>\n");
        return text.Append(CultureInfo.InvariantCulture, $"{marks}<g transform=\"translate(0 {legendHeight})\">\n{content}</g>\n</svg>\n")
            .ToString();
    }

    /// <summary>A part of a bar or column.</summary>
    public static string Part(string id, int part, double left, double top, double width, double height) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<rect class=\"part{part}\"{(Fills[part] is { } fill ? $" fill=\"url(#{id}-{fill})\"" : "")} "
                + $"x=\"{HtmlText.Of(left)}\" y=\"{HtmlText.Of(top)}\" width=\"{HtmlText.Of(width)}\" height=\"{HtmlText.Of(height)}\"/>"
        );

    /// <summary>The legend of parts.</summary>
    public static IEnumerable<(string Mark, string Meaning)> Parts(IReadOnlyList<string> parts) =>
        parts.Select((part, place) => ($"part{place}", part));

    private static (string Marks, int Height) Legend(string id, ChartLayout layout, IReadOnlyList<(string Mark, string Meaning)> legend)
    {
        var text = new StringBuilder();
        var (left, top) = (0, 0);
        foreach (var (mark, meaning) in legend)
        {
            var width = MarkWidth + (meaning.Length * LetterWidth);
            if (left > 0 && left + width > layout.Width)
                (left, top) = (0, top + LegendLine);
            text.Append(Mark(id, mark, left, top));
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + MarkWidth}\" y=\"{top + 17}\">{HtmlText.Of(meaning)}</text>\n");
            left += width + BetweenMeanings;
        }

        return (text.ToString(), legend.Count == 0 ? 0 : top + LegendLine + BelowLegend);
    }

    private static string Mark(string id, string mark, int left, int top) =>
        mark switch
        {
            "mark" => $"<path class=\"mark\" d=\"M{left + 7} {top + 4}v16\"/>",
            "level" => $"<path class=\"level\" d=\"M{left} {top + 12}h14\"/>",
            "now" => $"<circle class=\"now\" cx=\"{left + 7}\" cy=\"{top + 12}\" r=\"5\"/>",
            "before" => $"<circle class=\"before\" cx=\"{left + 7}\" cy=\"{top + 12}\" r=\"5\"/>",
            _ => Part(id, mark[^1] - '0', left, top + 5, 14, 14),
        };
}
