using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace AutoResolve.Intake.Records;

/// <summary>Reads the first sheet of an Excel workbook that holds anything.</summary>
internal static class WorkbookRecords
{
    // The parts of a workbook stand in any order, so it is held in memory.
    private const int MaxLength = 200_000_000;

    public static IEnumerable<SourceRecord> Read(Stream stream, ReadingOptions options, bool needsText)
    {
        using var whole = new MemoryStream();
        if (!TryCopy(stream, whole))
        {
            yield return SourceRecord.Fatal(0, $"This workbook is longer than {MaxLength:N0} bytes. Save the sheet as 'CSV UTF-8'.");
            yield break;
        }

        var (rows, problem) = Open(whole);
        if (rows is null)
        {
            yield return SourceRecord.Fatal(0, problem!);
            yield break;
        }

        using (rows)
        {
            var header = new HeaderFinder(options.Columns, needsText);
            for (var line = 1; ; line++)
            {
                var (row, broken) = Next(rows);
                if (broken is not null)
                    yield return SourceRecord.Fatal(line, broken);
                if (row is null)
                {
                    if (header.End() is { } nothing)
                        yield return nothing;
                    yield break;
                }

                if (row.All(VisibleText.IsBlank))
                    continue;
                if (header.Layout is { } layout)
                {
                    yield return RowValues.Of(layout, row, line);
                }
                else if (header.See(row, line) is { } wrong)
                {
                    yield return wrong;
                    yield break;
                }
            }
        }
    }

    private static bool TryCopy(Stream stream, MemoryStream whole)
    {
        var buffer = new byte[64 * 1024];
        while (stream.Read(buffer) is > 0 and var read)
        {
            if (whole.Length + read > MaxLength)
                return false;
            whole.Write(buffer.AsSpan(0, read));
        }

        whole.Position = 0;
        return true;
    }

    private static (IExcelDataReader? Rows, string? Problem) Open(MemoryStream whole)
    {
        // The library asks for Windows-1252 whatever it reads.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            var rows = ExcelReaderFactory.CreateOpenXmlReader(whole);
            while (rows.RowCount == 0 && rows.NextResult()) { }
            return (rows, null);
        }
        catch (Exception exception) when (IsOfWorkbook(exception))
        {
            return (null, "This workbook cannot be read; it is damaged, or of another kind. Save the sheet as 'CSV UTF-8'.");
        }
    }

    private static (string[]? Row, string? Problem) Next(IExcelDataReader rows)
    {
        try
        {
            return rows.Read()
                ? ([.. Enumerable.Range(0, rows.FieldCount).Select(column => Text(rows.GetValue(column)))], null)
                : (null, null);
        }
        catch (Exception exception) when (IsOfWorkbook(exception))
        {
            return (null, "This workbook is damaged here; the rest was not read.");
        }
    }

    private static bool IsOfWorkbook(Exception exception) =>
        exception
            is ExcelDataReader.Exceptions.ExcelReaderException
                or InvalidDataException
                or System.Xml.XmlException
                or FormatException
                or ArgumentException
                or InvalidOperationException
                or NotSupportedException
                or IOException;

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            double number when number == Math.Truncate(number) && Math.Abs(number) < 1e15 => number.ToString(
                "F0",
                CultureInfo.InvariantCulture
            ),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
