namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A heading, a sentence, a table, and what of it is drawn.</summary>
/// <param name="Id">Its name in links and files.</param>
/// <param name="Title">The heading.</param>
/// <param name="Note">What the reader should know; may be empty.</param>
/// <param name="Columns">The headings of the table; the first names the row.</param>
/// <param name="Rows">The table.</param>
/// <param name="Bars">What is drawn: a value for each of the first rows; empty for no chart.</param>
/// <param name="Unit">What the bars count.</param>
internal sealed record ReportSection(string Id, string Title, string Note, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<(string Label, double Value)> Bars, string Unit);
