using System.Text.Json;
using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>
/// The parameters of actions in JSON, read back as what they were and not as <see cref="JsonElement"/>. Public so that the code which
/// System.Text.Json generates can use it.
/// </summary>
public sealed class PlainValuesConverter : JsonConverter<IReadOnlyDictionary<string, object?>>
{
    /// <inheritdoc />
    /// <exception cref="JsonException">It is no object.</exception>
    public override IReadOnlyDictionary<string, object?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? PlainValues.MapOf(document.RootElement)
            : throw new JsonException("The parameters of an action are an object.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        WriteValue(writer, PlainMap.Of(value));
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case PlainMap map:
                writer.WriteStartObject();
                foreach (var (name, part) in map)
                {
                    writer.WritePropertyName(name);
                    WriteValue(writer, part);
                }

                writer.WriteEndObject();
                break;
            case ValueList<object?> list:
                writer.WriteStartArray();
                foreach (var part in list)
                    WriteValue(writer, part);
                writer.WriteEndArray();
                break;
            default:
                throw new JsonException($"A parameter of an action is no {value.GetType()}.");
        }
    }
}
