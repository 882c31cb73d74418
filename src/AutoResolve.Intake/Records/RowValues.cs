using System.Globalization;
using AutoResolve.Intake.Columns;

namespace AutoResolve.Intake.Records;

/// <summary>Makes records of rows.</summary>
internal static class RowValues
{
    public static SourceRecord Of(ColumnLayout layout, string[] row, int line)
    {
        var columns = layout.Names.Count;
        if (row.Length < columns || row.Skip(columns).Any(value => !VisibleText.IsBlank(value)))
            return SourceRecord.Bad(
                line,
                string.Create(CultureInfo.InvariantCulture, $"This row has {row.Length} values and the header has {columns} columns.")
            );
        return new SourceRecord(
            line,
            string.Create(CultureInfo.InvariantCulture, $"line-{line}"),
            new RecordValues(layout, [.. row.Take(columns).Select(value => value.Length == 0 ? [] : new[] { value })]) { IsRow = true },
            null
        );
    }
}
