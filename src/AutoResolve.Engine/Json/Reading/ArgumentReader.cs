using System.Globalization;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Json.Reading;

/// <summary>Reads the arguments of an action: any JSON.</summary>
internal sealed class ArgumentReader(Problems problems)
{
    private readonly List<Located<string>> _templates = [];

    public (JObject Arguments, IReadOnlyList<Located<string>> Templates, IReadOnlyList<Located<string>> Names) Read(JsonNode? node)
    {
        if (node is JsonObject arguments)
            return (
                (JObject)Convert(arguments),
                _templates,
                [.. arguments.Properties.Select(property => new Located<string>(property.Key, property.Value.Location))]
            );
        if (node is not null)
            problems.Add(
                node,
                ReadingCodes.WrongKind,
                $"{node.Subject()} must be an object in braces {{ }} with the handler's arguments by name, not {node.Kind}."
            );
        return ([], [], []);
    }

    private JToken Convert(JsonNode node)
    {
        switch (node)
        {
            case JsonObject value:
                var converted = new JObject();
                foreach (var property in value.Properties)
                    converted.TryAdd(property.Key, Convert(property.Value));
                return converted;
            case JsonArray list:
                return new JArray(list.Items.Select(Convert));
            case JsonString text:
                _templates.Add(text.Located);
                return new JValue(text.Value);
            case JsonNumber number:
                return long.TryParse(number.Raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                    ? new JValue(whole)
                    : new JValue(number.Value);
            case JsonBoolean boolean:
                return new JValue(boolean.Value);
            default:
                return JValue.CreateNull();
        }
    }
}
