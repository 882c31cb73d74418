using AutoResolve.Intake.Columns;
using CsvHelper;

namespace AutoResolve.Intake.Records;

/// <summary>Reads values with a header line. A ragged row costs only itself.</summary>
internal static class CsvRecords
{
    public static IEnumerable<SourceRecord> Read(TextReader text, string start, ReadingOptions options, bool needsText)
    {
        if ((options.Separator ?? SeparatorFinder.Find(start)) is not { } separator)
            return
            [
                SourceRecord.Fatal(1, "It is not certain what stands between the columns; say it with --separator, as in --separator ';'."),
            ];
        return Read(text, separator, options.Columns, SeparatorFinder.HasHint(start), needsText);
    }

    private static IEnumerable<SourceRecord> Read(TextReader text, char separator, ColumnMap columns, bool hasHint, bool needsText)
    {
        var malformed = false;
        var options = CsvReaderOptions.Default with
        {
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = RecordSource.MaxLength,
            Separator = separator,
            OnMalformedRecord = record => malformed |= record.Reason is not CsvMalformedReason.StrayQuote,
        };
        if (hasHint)
            text.ReadLine();
        using var csv = CsvReader.Create(text, options, leaveOpen: true);
        var header = new HeaderFinder(columns, needsText);
        while (TryRead(csv, out var fatal))
        {
            var line = (int)csv.LineNumber + (hasHint ? 1 : 0);
            if (fatal is not null)
            {
                yield return SourceRecord.Bad(line, fatal);
                yield break;
            }

            if (header.Layout is not { } layout)
            {
                if (header.See(csv.Current.ToArray(), line) is { } problem)
                {
                    yield return problem;
                    yield break;
                }
            }
            else
            {
                yield return malformed
                    ? QuoteProblem.Of(csv.RawRecord, line, separator)
                    : RowValues.Of(layout, csv.Current.ToArray(), line);
            }

            malformed = false;
        }

        if (header.End() is { } nothing)
            yield return nothing;
    }

    private static bool TryRead(CsvReader csv, out string? fatal)
    {
        fatal = null;
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException)
        {
            fatal =
                $"A row is longer than {RecordSource.MaxLength:N0} bytes; is a quotation mark never closed? The "
                + $"rest of the file was not read.";
            return true;
        }
    }
}
