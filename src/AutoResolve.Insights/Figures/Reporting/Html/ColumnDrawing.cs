using System.Globalization;
using System.Text;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Draws <see cref="ColumnChart"/>.</summary>
internal static class ColumnDrawing
{
    private const int Height = 200;
    private const int Left = 60;
    private const int Right = 28;
    private const int Top = 10;
    private const int LabelHeight = 26;
    private const double Gap = 2.5;
    private const int LetterWidth = 10;
    private const int Lines = 4;

    public static string Of(string id, ColumnChart chart)
    {
        var most = Ceiling(Math.Max(chart.Columns.Max(column => column.Length), chart.Level ?? 0));
        double Scale(double value) => value / most * Height;
        var step = (ChartFrame.Width - Left - Right) / (double)chart.Columns.Count;
        var every = (int)Math.Ceiling(chart.Columns.Max(column => Label(column.Label).Length) * LetterWidth / step);
        var text = new StringBuilder();
        for (var line = 0; line <= Lines; line++)
        {
            var value = most * line / Lines;
            var y = Top + Height - Scale(value);
            text.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{Left} {HtmlText.Of(y)}H{ChartFrame.Width - Right}\"/><text x=\"{Left - 8}\" y=\"{HtmlText.Of(y + 5)}\" text-anchor=\"end\">{Cell.Number(value, most < Lines ? 1 : 0)}</text>\n");
        }

        for (var place = 0; place < chart.Columns.Count; place++)
        {
            var column = chart.Columns[place];
            var left = Left + (place * step) + (step * 0.1);
            double bottom = Top + Height;
            for (var part = 0; part < column.Parts.Count; part++)
            {
                var height = Scale(column.Parts[part]);
                if (height > 0)
                    text.Append(ChartFrame.Part(id, part, left, bottom - height, step * 0.8, Math.Max(0.5, height - Gap)));
                bottom -= height;
            }

            if (place % every == 0)
                text.Append(CultureInfo.InvariantCulture, $"<text x=\"{HtmlText.Of(left + (step * 0.4))}\" y=\"{Top + Height + 18}\" text-anchor=\"middle\">{HtmlText.Of(Label(column.Label))}</text>");
            text.Append('\n');
        }

        if (chart.Level is { } level)
            text.Append(CultureInfo.InvariantCulture, $"<path class=\"level\" d=\"M{Left} {HtmlText.Of(Top + Height - Scale(level))}H{ChartFrame.Width - Right}\"/>\n");
        return ChartFrame.Of(id, chart, [.. ChartFrame.Parts(chart.Parts), .. chart.LevelName is { } name ? [("level", name)] : (IReadOnlyList<(string, string)>)[]], Top + Height + LabelHeight, text.ToString());
    }

    // Of a day only the day: the month stands in the title.
    private static string Label(string label) => label.Length == 10 ? label[8..].TrimStart('0') : label;

    // The next of 4, 8, 12, 20, 40, 80 …, so that the lines stand at whole numbers.
    private static double Ceiling(double value)
    {
        if (value <= Lines)
            return Lines;
        var power = Math.Pow(10, Math.Floor(Math.Log10(value / Lines)));
        return new[] { 1.0, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 }.Select(factor => Lines * factor * power).Where(ceiling => ceiling % Lines == 0).FirstOrDefault(ceiling => ceiling >= value, Lines * 10 * power);
    }
}
