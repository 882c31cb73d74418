using System.Globalization;
using System.Text;
using AutoResolve.Json;

namespace AutoResolve.Rules.Formatting;

/// <summary>Writes a value on one line.</summary>
internal static class InlineWriter
{
    /// <returns>The line; null as soon as it is longer than the room.</returns>
    public static string? Write(JsonNode node, Place place, int room = int.MaxValue)
    {
        var line = new StringBuilder();
        return Append(line, node, place, room) ? line.ToString() : null;
    }

    /// <summary>The text in quotes, with no more escapes than JSON needs, and of what some editors take for the end of a line.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029')
                quoted.Append(Escape(c));
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    private static string Escape(char c) =>
        c switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\b' => "\\b",
            '\f' => "\\f",
            _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        };

    private static bool Append(StringBuilder line, JsonNode node, Place place, int room)
    {
        switch (node)
        {
            case JsonObject { Properties.Length: > 0 } value:
                var separator = "{ ";
                foreach (var property in KeyOrder.Ordered(value, place))
                {
                    line.Append(separator).Append(Quote(property.Key)).Append(": ");
                    if (!Append(line, property.Value, KeyOrder.Child(place, property.Key), room))
                        return false;
                    separator = ", ";
                }

                line.Append(" }");
                break;
            case JsonObject:
                line.Append("{}");
                break;
            case JsonArray list:
                return AppendList(line, list, place, room);
            case JsonString text:
                line.Append(Quote(text.Value));
                break;
            default:
                line.Append(node.Raw);
                break;
        }

        return line.Length <= room;
    }

    private static bool AppendList(StringBuilder line, JsonArray list, Place place, int room)
    {
        var isPadded = list.Items.Any(item => item is JsonObject or JsonArray);
        line.Append('[').Append(isPadded ? " " : "");
        for (var i = 0; i < list.Items.Length; i++)
        {
            line.Append(i == 0 ? "" : ", ");
            if (!Append(line, list.Items[i], place, room))
                return false;
        }

        line.Append(isPadded ? " " : "").Append(']');
        return line.Length <= room;
    }
}
