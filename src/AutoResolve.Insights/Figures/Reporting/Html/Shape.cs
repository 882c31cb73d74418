namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Something that a chart is drawn of. Templates/shapes.liquid writes it.</summary>
/// <param name="Kind">Which of the shapes it is, for the template.</param>
internal abstract record Shape(string Kind);

/// <summary>A part of a bar or column, filled with a colour of the page or a pattern of the chart.</summary>
internal sealed record Box(string Class, string? Pattern, double Left, double Top, double Width, double Height) : Shape("box");

internal sealed record HorizontalLine(string Class, double Left, double Y, double Right) : Shape("horizontal");

internal sealed record VerticalLine(string Class, double X, double Top, double Height) : Shape("vertical");

/// <summary>A line through points.</summary>
internal sealed record Polyline(string Class, IReadOnlyList<PolylinePoint> Points) : Shape("polyline");

internal sealed record PolylinePoint(double X, double Y);

internal sealed record Dot(string Class, double X, double Y, double Radius) : Shape("dot");

/// <summary>One line of text.</summary>
/// <param name="Text">The text.</param>
/// <param name="X">Where its anchor stands.</param>
/// <param name="Y">Its base line.</param>
/// <param name="Anchor">The end or middle; null for its start.</param>
internal sealed record Caption(string Text, double X, double Y, string? Anchor = null) : Shape("caption");

/// <summary>The name of a row, in a line or two.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Anchor">The end or middle; null for its start.</param>
/// <param name="FullName">Where the lines cut the name: all of it, which pointing at it shows.</param>
internal sealed record RowLabel(IReadOnlyList<Caption> Lines, string? Anchor, string? FullName) : Shape("label");
