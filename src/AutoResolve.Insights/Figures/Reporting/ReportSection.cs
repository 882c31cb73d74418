namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A heading, a sentence, a chart and its table.</summary>
/// <param name="Id">Its name in links and files.</param>
/// <param name="Title">The heading.</param>
/// <param name="Note">What the reader should know; may be empty.</param>
/// <param name="Columns">The columns of the table; the first names the row.</param>
/// <param name="Rows">The table.</param>
/// <param name="Chart">What of it is drawn; null for nothing.</param>
internal sealed record ReportSection(
    string Id,
    string Title,
    string Note,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<IReadOnlyList<Cell>> Rows,
    IChart? Chart = null
);
