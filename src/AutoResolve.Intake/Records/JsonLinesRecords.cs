using System.Globalization;
using AutoResolve.Intake.Columns;
using AutoResolve.Intake.Issues;
using Newtonsoft.Json;

namespace AutoResolve.Intake.Records;

/// <summary>Reads one JSON object a line. A bad line costs only itself.</summary>
internal static class JsonLinesRecords
{
    public static IEnumerable<SourceRecord> Read(TextReader text, ColumnMap columns)
    {
        var lines = new BoundedLineReader(text, RecordSource.MaxLength);
        while (lines.Next() is { } line)
        {
            if (lines.TooLong)
                yield return SourceRecord.Bad(
                    lines.Number,
                    $"This line is longer than {RecordSource.MaxLength:N0} characters; it was skipped."
                );
            else if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(line, lines.Number, columns);
        }
    }

    private static SourceRecord Parse(string line, int number, ColumnMap columns)
    {
        try
        {
            using var reader = StrictJson.Open(new StringReader(line));
            if (!reader.Read() || reader.TokenType != JsonToken.StartObject)
                return SourceRecord.Bad(number, "This line is not a JSON object in braces { }.");
            var members = StrictJson.Members(reader);
            if (reader.Read())
                return SourceRecord.Bad(number, "Something follows the JSON object: write one object per line.");
            return new SourceRecord(
                number,
                string.Create(CultureInfo.InvariantCulture, $"line-{number}"),
                JsonRecord.Read(members, columns),
                null
            );
        }
        catch (JsonReaderException exception)
        {
            return SourceRecord.Bad(number, $"This line is not JSON: {StrictJson.Explain(exception)}");
        }
        catch (Exception exception) when (exception is BadIssueException or JsonException)
        {
            return SourceRecord.Bad(number, exception.Message);
        }
    }
}
