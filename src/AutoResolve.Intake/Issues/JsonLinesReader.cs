using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Intake.Issues;

/// <summary>Reads one JSON object a line. A bad line costs only itself.</summary>
internal static class JsonLinesReader
{
    public static IEnumerable<IssueLine> Read(TextReader text)
    {
        var lines = new BoundedLineReader(text, IssueSource.MaxLength);
        while (lines.Next() is { } line)
        {
            if (lines.TooLong)
                yield return IssueLine.Bad(
                    lines.Number,
                    $"This line is longer than {IssueSource.MaxLength:N0} characters; it was skipped."
                );
            else if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(line, lines.Number);
        }
    }

    private static IssueLine Parse(string line, int number)
    {
        try
        {
            using var reader = StrictJson.Open(new StringReader(line));
            if (!reader.Read() || reader.TokenType != JsonToken.StartObject)
                return IssueLine.Bad(number, "This line is not a JSON object in braces { }.");
            var source = JObject.Load(reader, StrictJson.Settings);
            if (reader.Read())
                return IssueLine.Bad(number, "Something follows the JSON object: write one object per line.");
            return new IssueLine(number, JsonIssue.Read(source, string.Create(CultureInfo.InvariantCulture, $"line-{number}")), null);
        }
        catch (JsonReaderException exception)
        {
            return IssueLine.Bad(number, $"This line is not JSON: {StrictJson.Explain(exception)}");
        }
        catch (Exception exception) when (exception is BadIssueException or JsonException)
        {
            return IssueLine.Bad(number, exception.Message);
        }
    }
}
