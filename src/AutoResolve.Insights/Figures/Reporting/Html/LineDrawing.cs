using System.Globalization;
using System.Text;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Draws <see cref="LineChart"/>: from nought to a hundred percent.</summary>
internal static class LineDrawing
{
    private const int Height = 160;
    private const int Left = 52;
    private const int Right = 28;
    private const int Top = 10;
    private const int LabelHeight = 26;
    private const int LetterWidth = 10;

    public static string Of(string id, LineChart chart, ChartLayout layout)
    {
        var step = (layout.Width - Left - Right) / (double)chart.Labels.Count;
        double X(int place) => Left + ((place + 0.5) * step);
        static double Y(double percent) => Top + Height - (percent / 100 * Height);
        var text = new StringBuilder();
        for (var percent = 0; percent <= 100; percent += 25)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"<path class=\"grid\" d=\"M{Left} {HtmlText.Of(Y(percent))}H{layout.Width - Right}\"/>"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Left - 8}\" y=\"{HtmlText.Of(Y(percent) + 5)}\" text-anchor=\"end\">{percent} %</text>\n"
            );
        }

        for (var line = 0; line < chart.Lines.Count; line++)
            AppendLine(text, chart.Lines[line], line, X, Y);
        foreach (var goal in chart.Lines.Select(line => line.Goal).OfType<double>())
            text.Append(
                CultureInfo.InvariantCulture,
                $"<path class=\"level\" d=\"M{Left} {HtmlText.Of(Y(goal))}H{layout.Width - Right}\"/>\n"
            );
        AppendLabels(text, chart, step, X);
        return ChartFrame.Of(id, chart, layout, [.. Legend(chart)], Top + Height + LabelHeight, text.ToString());
    }

    private static void AppendLine(StringBuilder text, ChartLine line, int number, Func<int, double> x, Func<double, double> y)
    {
        var points = line
            .Values.Select((percent, place) => (Percent: percent, X: x(place)))
            .Where(point => !double.IsNaN(point.Percent))
            .ToList();
        text.Append(
            CultureInfo.InvariantCulture,
            $"<polyline class=\"line{number}\" "
                + $"points=\"{string.Join(' ', points.Select(point => $"{HtmlText.Of(point.X)},{HtmlText.Of(y(point.Percent))}"))}\"/>"
        );
        foreach (var point in points)
            text.Append(
                CultureInfo.InvariantCulture,
                $"<circle class=\"{Mark(number)}\" cx=\"{HtmlText.Of(point.X)}\" cy=\"{HtmlText.Of(y(point.Percent))}\" r=\"4\"/>"
            );
        text.Append('\n');
    }

    private static void AppendLabels(StringBuilder text, LineChart chart, double step, Func<int, double> x)
    {
        var every = (int)Math.Ceiling(chart.Labels.Max(label => label.Length) * LetterWidth / step);
        for (var place = 0; place < chart.Labels.Count; place++)
        {
            // The last has its name always: it is the month that the report is of.
            if ((chart.Labels.Count - 1 - place) % every == 0)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<text x=\"{HtmlText.Of(x(place))}\" y=\"{Top + Height + 18}\" "
                        + $"text-anchor=\"middle\">{HtmlText.Of(chart.Labels[place])}</text>\n"
                );
        }
    }

    private static IEnumerable<(string Mark, string Meaning)> Legend(LineChart chart) =>
        chart
            .Lines.Select((line, number) => (Mark(number), line.Name))
            .Concat(
                chart
                    .Lines.Where(line => line.Goal is not null)
                    .Select(line =>
                        ("level", $"Goal: {Cell.Number(line.Goal!.Value)} % {char.ToLowerInvariant(line.Name[0])}{line.Name[1..]}")
                    )
            );

    private static string Mark(int number) => number == 0 ? "now" : "before";
}
