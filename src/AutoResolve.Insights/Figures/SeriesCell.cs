namespace AutoResolve.Insights.Figures;

/// <summary>The issues that first came in one part of a calendar: a day, or a month before.</summary>
/// <param name="Part">Its place in the <see cref="ReportingCalendar"/>.</param>
/// <param name="Type">The issue type.</param>
/// <param name="Team">The team.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Product">The product.</param>
/// <param name="Counts">How many.</param>
internal sealed record SeriesCell(int Part, string Type, string? Team, string? Channel, string? Product, SeriesCounts Counts);
