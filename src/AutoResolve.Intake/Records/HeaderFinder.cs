using AutoResolve.Intake.Columns;

namespace AutoResolve.Intake.Records;

/// <summary>Finds the row that names the columns: the first, or the one below the lines of a title.</summary>
internal sealed class HeaderFinder(ColumnMap columns, bool needsText)
{
    private const int MostTitles = 10;

    private SourceRecord? _first;
    private int _titles;

    /// <summary>The columns; null until they are found.</summary>
    public ColumnLayout? Layout { get; private set; }

    /// <summary>Looks at a row while the columns are not known.</summary>
    /// <returns>Why the file cannot be read; null where the row names the columns, or more rows are to be looked at.</returns>
    public SourceRecord? See(IEnumerable<string> row, int line)
    {
        var layout = new ColumnLayout([.. row.Select(name => name.Trim().TrimStart('\uFEFF').Trim())], columns);
        if (IsTitle(layout) && _titles++ < MostTitles)
        {
            _first ??= SourceRecord.Fatal(line, HeaderCheck.Complain(layout, needsText) ?? "No line names the columns.");
            return null;
        }

        if (HeaderCheck.Complain(layout, needsText) is { } problem)
            return _first ?? SourceRecord.Fatal(line, problem);
        if (needsText && HeaderCheck.Misses(layout, columns) is { } missing)
            return SourceRecord.Fatal(line, missing);
        Layout = layout;
        return null;
    }

    /// <summary>Why no columns were found in all rows; null where there was none.</summary>
    public SourceRecord? End() => Layout is null ? _first : null;

    // "Report of tickets" in a sheet of ten columns, or "Created: 2026-11-01".
    private static bool IsTitle(ColumnLayout layout)
    {
        var places = Enumerable.Range(0, layout.Names.Count).Where(place => !VisibleText.IsBlank(layout.Names[place])).ToList();
        if (places.Count <= 2 && places.Exists(place => char.IsAsciiDigit(layout.Names[place][0])))
            return true;
        return !places.Exists(layout.Knows) && (places.Count <= 1 || places.Count * 2 <= layout.Names.Count);
    }
}
