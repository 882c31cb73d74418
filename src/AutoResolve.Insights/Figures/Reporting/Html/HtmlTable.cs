namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>The table of a section, as the page shows it.</summary>
internal static class HtmlTable
{
    // More rows than stand beside a chart without leaving the page empty under it.
    private const int MaxBesideChart = 14;

    // A phone's 320 pixels without the margins; letters of the widest usual font, in bold and not; what a cell has around its text.
    private const int Phone = 288;
    private const double BoldLetter = 10.5;
    private const double Letter = 9.5;
    private const int Around = 20;

    /// <summary>Whether the table is longer than its chart, or says no more, and is shown only to those who open it.</summary>
    public static bool IsFolded(ReportSection section) =>
        section.Chart is ShareChart or LineChart || (section.Chart is ColumnChart && section.Rows.Count > MaxBesideChart);

    public static TableView Of(ReportSection section) =>
        new(
            Caption(section),
            IsFolded(section) ? $"The numbers of each {Lower(section.Columns[0].Title)}" : null,
            IsWiderThanPhone(section) ? $"{section.Title}, wide table" : null,
            IsOfWords(section),
            section.Columns,
            [.. section.Rows.Select(row => (IReadOnlyList<CellView>)[Name(row[0]), .. row.Zip(section.Columns, View).Skip(1)])]
        );

    // What a row is and what it is about; the heading has been read already.
    private static string Caption(ReportSection section)
    {
        var about = section.Columns.FirstOrDefault(column => column.IsNumber) ?? section.Columns[^1];
        var compares = section.Columns.Any(column => column.Key is "baseline" or "expected");
        return $"Each {Lower(section.Columns[0].Title)}: {Lower(about.Title).Split(',')[0]}{(compares ? ", against the baseline" : "")}";
    }

    private static CellView Name(Cell cell) => new(BreakableText.Pieces(cell.Text), IsNumber: false);

    private static CellView View(Cell cell, Column column)
    {
        if (column.IsNumber)
            return new CellView([BreakableText.Whole(cell.Text)], IsNumber: true);
        var link = HtmlLink.Of(cell.Text);
        return new CellView(BreakableText.Pieces(link?.Text ?? cell.Text), IsNumber: false, link?.Address);
    }

    // Each column is at least as wide as the longest of its pieces.
    private static bool IsWiderThanPhone(ReportSection section) =>
        !IsOfWords(section) && section.Columns.Select((column, place) => Width(section, column, place) + Around).Sum() > Phone;

    // A word and its meaning fit everywhere: the few words that are longer than that break.
    private static bool IsOfWords(ReportSection section) => section.Columns.Count == 2 && !section.Columns.Any(column => column.IsNumber);

    private static double Width(ReportSection section, Column column, int place)
    {
        var pieces = section.Rows.SelectMany(row =>
            column.IsNumber
                ? BreakableText.Whole(row[place].Text).Split(' ')
                : row[place].Text.Split(' ').SelectMany(BreakableText.PiecesOfWord)
        );
        var longest = pieces.Select(piece => piece.Length).DefaultIfEmpty().Max();
        return Math.Max(longest * (place == 0 ? BoldLetter : Letter), column.Title.Split(' ').Max(word => word.Length) * BoldLetter);
    }

    private static string Lower(string title) => title.ToLowerInvariant();
}
