namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Draws <see cref="ColumnChart"/>.</summary>
internal static class ColumnDrawing
{
    private const int Height = 200;
    private const int Right = 28;
    private const int Top = 10;
    private const int LabelHeight = 26;
    private const double Gap = 2.5;
    private const int BesideAxis = 16;
    private const int LetterWidth = 10;
    private const int Lines = 4;

    public static ChartView Of(string id, ColumnChart chart, ChartLayout layout)
    {
        var most = Ceiling(Math.Max(chart.Columns.Max(column => column.Length), chart.Level ?? 0));
        var axis = Enumerable
            .Range(0, Lines + 1)
            .Select(line => most * line / Lines)
            .Select(value => (Name: Cell.Number(value, most < Lines ? 1 : 0), Y: Y(value)))
            .ToList();
        double Y(double value) => Top + Height - (value / most * Height);
        var left = (axis.Max(line => line.Name.Length) * ChartFrame.DigitWidth) + BesideAxis;
        var right = layout.Width - Right;
        var shapes = new List<Shape>();
        foreach (var (name, y) in axis)
            shapes.AddRange([new HorizontalLine("grid", left, y, right), new Caption(name, left - 8, y + 5, "end")]);
        shapes.AddRange(Columns(chart, left, (right - left) / (double)chart.Columns.Count, Y));
        if (chart.Level is { } level)
            shapes.Add(new HorizontalLine("level", left, Y(level), right));
        return ChartFrame.Of(id, chart, layout, [.. Legend(chart)], Top + Height + LabelHeight, shapes);
    }

    private static IEnumerable<Shape> Columns(ColumnChart chart, double left, double step, Func<double, double> y)
    {
        var every = (int)Math.Ceiling(chart.Columns.Max(column => Label(column.Label).Length) * LetterWidth / step);
        for (var place = 0; place < chart.Columns.Count; place++)
        {
            var column = chart.Columns[place];
            var from = left + (place * step) + (step * 0.1);
            var length = 0.0;
            for (var part = 0; part < column.Parts.Count; length += column.Parts[part++])
            {
                var top = y(length + column.Parts[part]);
                if (column.Parts[part] > 0)
                    yield return ChartFrame.Part(part, from, top, step * 0.8, Math.Max(0.5, y(length) - top - Gap));
            }

            // The last has its name always: of months, it is the one that the report is of.
            if ((chart.Columns.Count - 1 - place) % every == 0)
                yield return new Caption(Label(column.Label), from + (step * 0.4), Top + Height + 18, "middle");
        }
    }

    private static IEnumerable<(string Mark, string Meaning)> Legend(ColumnChart chart) =>
        chart.LevelName is { } meaning ? ChartFrame.Parts(chart.Parts).Append(("level", meaning)) : ChartFrame.Parts(chart.Parts);

    // Of a day only the day: the month stands in the title.
    private static string Label(string label) => label.Length == 10 ? label[8..].TrimStart('0') : label;

    // The next of 4, 8, 12, 20, 40, 80 …, so that the lines stand at whole numbers.
    private static double Ceiling(double value)
    {
        if (value <= Lines)
            return Lines;
        var power = Math.Pow(10, Math.Floor(Math.Log10(value / Lines)));
        return new[] { 1.0, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 }
            .Select(factor => Lines * factor * power)
            .Where(ceiling => ceiling % Lines == 0)
            .FirstOrDefault(ceiling => ceiling >= value, Lines * 10 * power);
    }
}
