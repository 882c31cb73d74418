using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Intake.Records;

/// <summary>How JSON input is read: texts stay texts, numbers stay as written, nesting is bounded.</summary>
internal static class StrictJson
{
    private const int MaxDepth = 64;

    public static JsonTextReader Open(TextReader reader) =>
        new(reader)
        {
            CloseInput = false,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MaxDepth = MaxDepth,
            SupportMultipleContent = true,
        };

    /// <summary>The members of the object that begins, each of those of one name by itself.</summary>
    public static List<KeyValuePair<string, JToken>> Members(JsonTextReader reader)
    {
        var members = new List<KeyValuePair<string, JToken>>();
        while (reader.Read() && reader.TokenType != JsonToken.EndObject)
        {
            if (reader.TokenType == JsonToken.Comment)
                continue;
            var name = (string)reader.Value!;
            reader.Read();
            members.Add(KeyValuePair.Create(name, JToken.ReadFrom(reader)));
        }

        return reader.TokenType == JsonToken.EndObject ? members : throw new JsonReaderException("The object does not end.");
    }

    /// <summary>The reader's complaint without its own account of the position.</summary>
    public static string Explain(JsonReaderException exception)
    {
        var message = exception.Message;
        var end = message.IndexOf(" Path '", StringComparison.Ordinal);
        return SafeText.Start(end > 0 ? message[..end] : message, 200).TrimEnd('.', ',') + '.';
    }
}
