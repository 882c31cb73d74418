using System.Text.Json;
using System.Text.Json.Serialization;

namespace AutoResolve.Journaling;

/// <summary>Reads the values of actions back as what they were: texts, numbers, booleans, lists and dictionaries.</summary>
internal sealed class PlainValueConverter : JsonConverter<object?>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Value(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        if (value is null)
            writer.WriteNullValue();
        else if (value.GetType() == typeof(object))
            writer.WriteStringValue("");
        else
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }

    private static object? Value(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
            JsonValueKind.Object => element
                .EnumerateObject()
                .ToDictionary(property => property.Name, property => Value(property.Value), StringComparer.Ordinal),
            _ => null,
        };
}
