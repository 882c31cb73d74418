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

    public static ChartView Of(string id, LineChart chart, ChartLayout layout)
    {
        var step = (layout.Width - Left - Right) / (double)chart.Labels.Count;
        double X(int place) => Left + ((place + 0.5) * step);
        static double Y(double percent) => Top + Height - (percent / 100 * Height);
        var right = layout.Width - Right;
        var shapes = new List<Shape>();
        for (var percent = 0; percent <= 100; percent += 25)
            shapes.AddRange([
                new HorizontalLine("grid", Left, Y(percent), right),
                new Caption($"{percent} %", Left - 8, Y(percent) + 5, "end"),
            ]);
        for (var line = 0; line < chart.Lines.Count; line++)
            shapes.AddRange(Line(chart.Lines[line], line, X, Y));
        foreach (var goal in chart.Lines.Select(line => line.Goal).OfType<double>())
            shapes.Add(new HorizontalLine("level", Left, Y(goal), right));
        shapes.AddRange(Labels(chart, step, X));
        return ChartFrame.Of(id, chart, layout, [.. Legend(chart)], Top + Height + LabelHeight, shapes);
    }

    private static IEnumerable<Shape> Line(ChartLine line, int number, Func<int, double> x, Func<double, double> y)
    {
        List<PolylinePoint> points =
        [
            .. line
                .Values.Select((percent, place) => (Percent: percent, X: x(place)))
                .Where(point => !double.IsNaN(point.Percent))
                .Select(point => new PolylinePoint(point.X, y(point.Percent))),
        ];
        return [new Polyline($"line{number}", points), .. points.Select(point => new Dot(Mark(number), point.X, point.Y, 4))];
    }

    private static IEnumerable<Shape> Labels(LineChart chart, double step, Func<int, double> x)
    {
        var every = (int)Math.Ceiling(chart.Labels.Max(label => label.Length) * LetterWidth / step);
        for (var place = 0; place < chart.Labels.Count; place++)
        {
            // The last has its name always: it is the month that the report is of.
            if ((chart.Labels.Count - 1 - place) % every == 0)
                yield return new Caption(chart.Labels[place], x(place), Top + Height + 18, "middle");
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
