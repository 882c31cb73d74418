using System.Globalization;
using System.Text;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>The picture around a chart: its size, its words for those who cannot see it, its legend. Text stays text, and colours come from the page, so that it fits dark, light, print and forced colours.</summary>
internal static class ChartFrame
{
    public const int Width = 760;
    private const int LegendHeight = 28;
    private const int LetterWidth = 8;

    /// <param name="id">The section.</param>
    /// <param name="chart">What is drawn.</param>
    /// <param name="legend">The class of each mark, and what it means.</param>
    /// <param name="height">The height of what is drawn below the legend.</param>
    /// <param name="content">That, with its origin below the legend.</param>
    public static string Of(string id, IChart chart, IReadOnlyList<(string Mark, string Meaning)> legend, double height, string content)
    {
        var all = height + LegendHeight;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" aria-labelledby=\"{id}-chart\" viewBox=\"0 0 {Width} {HtmlText.Of(all)}\" width=\"{Width}\" height=\"{HtmlText.Of(all)}\">\n");
        text.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-chart\">{HtmlText.Of(chart.Description)} The table has the numbers.</title>\n");

        // Parts are told apart by how they are filled: solid, hatched, empty. Colour alone would not do, on grey paper or to many eyes.
        text.Append(CultureInfo.InvariantCulture, $"<defs><pattern id=\"{id}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0v6M6 0v6\"/></pattern></defs>\n");
        var left = 0.0;
        foreach (var (mark, meaning) in legend)
        {
            text.Append(mark switch
            {
                "mark" => $"<path class=\"mark\" d=\"M{HtmlText.Of(left + 7)} 4v16\"/>",
                "level" => $"<path class=\"level\" d=\"M{HtmlText.Of(left)} 12h14\"/>",
                "now" => $"<circle class=\"now\" cx=\"{HtmlText.Of(left + 7)}\" cy=\"12\" r=\"5\"/>",
                "before" => $"<circle class=\"before\" cx=\"{HtmlText.Of(left + 7)}\" cy=\"12\" r=\"5\"/>",
                _ => Part(id, mark[^1] - '0', left, 5, 14, 14),
            });
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{HtmlText.Of(left + 20)}\" y=\"17\">{HtmlText.Of(meaning)}</text>\n");
            left += 44 + (meaning.Length * LetterWidth);
        }

        return text.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate(0 {LegendHeight})\">\n{content}</g>\n</svg>\n").ToString();
    }

    /// <summary>A part of a bar or column.</summary>
    public static string Part(string id, int part, double left, double top, double width, double height) => string.Create(
        CultureInfo.InvariantCulture,
        $"<rect class=\"part{part}\"{(part == 1 ? $" fill=\"url(#{id}-hatch)\"" : "")} x=\"{HtmlText.Of(left)}\" y=\"{HtmlText.Of(top)}\" width=\"{HtmlText.Of(width)}\" height=\"{HtmlText.Of(height)}\"/>");

    /// <summary>The legend of parts.</summary>
    public static IEnumerable<(string Mark, string Meaning)> Parts(IReadOnlyList<string> parts) => parts.Select((part, place) => ($"part{place}", part));
}
