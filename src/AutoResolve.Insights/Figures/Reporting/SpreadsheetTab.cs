namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>One tab of a spreadsheet.</summary>
/// <param name="Name">Its name, also that of its file.</param>
/// <param name="Rows">Its rows, the headings first.</param>
internal sealed record SpreadsheetTab(string Name, IReadOnlyList<IReadOnlyList<string>> Rows);
