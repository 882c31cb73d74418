namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Where a row of a chart stands, and its name beside or above it.</summary>
internal sealed class ChartRow
{
    private const int Line = 17;
    private const int Rise = 5;
    private const int Between = 8;

    private readonly ChartLayout _layout;
    private readonly string _name;
    private readonly double _top;
    private readonly ShortName _lines;

    private ChartRow(ChartLayout layout, string name, double top, int room)
    {
        (_layout, _name, _top) = (layout, name, top);
        _lines = ShortName.Of(name, layout.LabelLetters);
        var height = _lines.Lines.Count * Line;
        (Middle, Bottom) =
            layout.LabelWidth == 0
                ? (top + height + (room / 2.0) - 2, top + height + room)
                : (top + (Math.Max(room, height + Between) / 2.0), top + Math.Max(room, height + Between));
    }

    /// <summary>The middle of what is drawn.</summary>
    public double Middle { get; }

    /// <summary>Where the next row begins.</summary>
    public double Bottom { get; }

    /// <param name="layout">How wide the chart is.</param>
    /// <param name="names">The names of its rows.</param>
    /// <param name="room">How high what is drawn in a row is, with the room around it.</param>
    public static IReadOnlyList<ChartRow> Stack(ChartLayout layout, IEnumerable<string> names, int room)
    {
        var rows = new List<ChartRow>();
        foreach (var name in names)
            rows.Add(new ChartRow(layout, name, rows.Count == 0 ? 0 : rows[^1].Bottom, room));
        return rows;
    }

    /// <summary>The name; where it is cut, pointing at it tells all of it.</summary>
    public RowLabel Label()
    {
        var isAbove = _layout.LabelWidth == 0;
        var x = isAbove ? 0 : _layout.LabelWidth - 10;
        var y = isAbove ? _top + Line - Rise + 1 : Middle + Rise - ((_lines.Lines.Count - 1) * Line / 2.0);
        return new RowLabel(
            [.. _lines.Lines.Select((text, place) => new Caption(text, x, y + (place * Line)))],
            isAbove ? null : "end",
            _lines.IsCut ? _name : null
        );
    }
}
