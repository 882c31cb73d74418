namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A table of a report, for a spreadsheet.</summary>
/// <param name="Name">Its name, also that of its file.</param>
/// <param name="Rows">Its rows, the headings first.</param>
public sealed record ReportTable(string Name, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Writes it as CSV, in which no cell is taken for a formula.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task WriteCsvAsync(Stream stream, CancellationToken cancellationToken = default) =>
        Report.WriteTableAsync(this, stream, cancellationToken);
}
