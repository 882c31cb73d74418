using System.Globalization;
using CsvHelper;

namespace AutoResolve.Intake.Issues;

/// <summary>Reads values with a header line. A ragged row costs only itself.</summary>
internal static class CsvIssueReader
{
    public static IEnumerable<IssueLine> Read(TextReader text)
    {
        var malformed = false;
        var options = CsvReaderOptions.Default with
        {
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = IssueSource.MaxLength,
            OnMalformedRecord = record => malformed |= record.Reason is not CsvMalformedReason.StrayQuote,
        };
        using var csv = CsvReader.Create(text, options, leaveOpen: true);
        string[]? header = null;
        while (TryRead(csv, out var fatal))
        {
            var line = (int)csv.LineNumber;
            if (fatal is not null)
            {
                yield return IssueLine.Bad(line, fatal);
                yield break;
            }

            if (header is null)
            {
                header = [.. csv.Current.ToArray().Select(name => name.Trim().TrimStart('\uFEFF'))];
                if (Complain(header) is { } problem)
                {
                    yield return IssueLine.Bad(line, problem);
                    yield break;
                }
            }
            else
            {
                yield return malformed
                    ? IssueLine.Bad(
                        line,
                        "The quotation marks of this row do not fit: put the value in quotation marks and double those inside."
                    )
                    : Parse(csv, header, line);
            }

            malformed = false;
        }
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
                $"A row is longer than {IssueSource.MaxLength:N0} bytes; is a quotation mark never closed? The "
                + $"rest of the file was not read.";
            return true;
        }
    }

    private static string? Complain(string[] header)
    {
        var repeated = header
            .Where(name => name.Length > 0)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1)
            ?.Key;
        if (repeated is not null)
            return $"The column '{SafeText.Start(repeated, 40)}' occurs twice.";
        return header.Contains("text", StringComparer.OrdinalIgnoreCase) || header.Contains("title", StringComparer.OrdinalIgnoreCase)
            ? null
            : "This is neither JSON nor CSV with issues: the first line of CSV must name the columns, and none here is 'text' or 'title'.";
    }

    private static IssueLine Parse(CsvReader csv, string[] header, int line)
    {
        if (csv.FieldCount != header.Length)
            return IssueLine.Bad(
                line,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"This row has {csv.FieldCount} values and the header has {header.Length} columns."
                )
            );
        try
        {
            var builder = new IssueBuilder();
            for (var column = 0; column < header.Length; column++)
            {
                if (header[column].Length > 0)
                    builder.Set(header[column], csv.IsEmpty(column) ? null : csv.GetString(column));
            }

            return new IssueLine(line, builder.Build(string.Create(CultureInfo.InvariantCulture, $"line-{line}")), null);
        }
        catch (BadIssueException exception)
        {
            return IssueLine.Bad(line, exception.Message);
        }
    }
}
