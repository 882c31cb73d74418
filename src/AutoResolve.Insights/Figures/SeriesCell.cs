namespace AutoResolve.Insights.Figures;

/// <summary>The issues that first came in one part of a calendar: a day, or a month before.</summary>
/// <param name="Part">Its place in the <see cref="ReportingCalendar"/>.</param>
/// <param name="Key">What they have in common; no tier, rule or reason.</param>
/// <param name="Counts">How many.</param>
internal sealed record SeriesCell(int Part, FigureKey Key, SeriesCounts Counts);
