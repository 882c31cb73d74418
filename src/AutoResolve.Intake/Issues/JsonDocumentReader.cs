using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Intake.Issues;

/// <summary>Reads a JSON array of issues, or JSON objects one after the other, one at a time. What is not JSON ends the reading.</summary>
internal static class JsonDocumentReader
{
    public static IEnumerable<IssueLine> Read(BoundedTextReader text)
    {
        using var reader = StrictJson.Open(text);
        for (var number = 1; ; number++)
        {
            text.Allow(IssueSource.MaxLength);
            if (!TryNext(reader, number, out var item, out var mayGoOn))
                yield break;
            if (item is not null)
                yield return item;
            if (!mayGoOn)
                yield break;
        }
    }

    private static bool TryNext(JsonTextReader reader, int number, out IssueLine? item, out bool mayGoOn)
    {
        (item, mayGoOn) = (null, false);
        try
        {
            do
            {
                if (!reader.Read())
                {
                    // Newtonsoft ends quietly inside an array that is not closed.
                    if (reader.Depth > 0)
                        item = IssueLine.Bad(reader.LineNumber, "The file ends before the list does: ']' is missing.");
                    return item is not null;
                }
            } while (
                reader.TokenType is JsonToken.Comment or JsonToken.EndArray
                || (reader.TokenType == JsonToken.StartArray && reader.Depth == 0)
            );
            item = Parse(reader, number);
            mayGoOn = true;
        }
        catch (JsonReaderException exception)
        {
            item = IssueLine.Bad(
                reader.LineNumber,
                $"This is not JSON: {StrictJson.Explain(exception)} The rest of the file was not read."
            );
        }
        catch (BadIssueException exception)
        {
            item = IssueLine.Bad(reader.LineNumber, exception.Message);
        }

        return true;
    }

    private static IssueLine Parse(JsonTextReader reader, int number)
    {
        var line = reader.LineNumber;
        if (reader.TokenType != JsonToken.StartObject)
        {
            reader.Skip();
            return IssueLine.Bad(line, "An issue must be an object in braces { }.");
        }

        // Loaded leniently first, so that a repeated key costs only this issue.
        var source = JObject.Load(reader);
        try
        {
            return new IssueLine(line, JsonIssue.Read(source, string.Create(CultureInfo.InvariantCulture, $"item-{number}")), null);
        }
        catch (BadIssueException exception)
        {
            return IssueLine.Bad(line, exception.Message);
        }
    }
}
