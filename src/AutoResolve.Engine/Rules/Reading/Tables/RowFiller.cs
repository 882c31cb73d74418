using System.Text;
using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading.Tables;

/// <summary>Puts the values of a row into a rule.</summary>
internal sealed class RowFiller(TableRow row, TableSize size, TableSlips slips, Problems problems)
{
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>Whether something was wrong.</summary>
    public bool HasProblems => _reported.Count > 0;

    /// <returns>The value as the row has it; null where it is left out.</returns>
    public JsonNode? Fill(JsonNode node, JsonPath path) =>
        node switch
        {
            JsonObject value => Fill(value, path),
            JsonArray list => Fill(list, path),
            JsonString text => Fill(text, path),
            _ => Copy(node, path),
        };

    private JsonObject? Fill(JsonObject node, JsonPath path)
    {
        List<JsonProperty> properties = new(node.Properties.Length);
        foreach (var property in node.Properties)
        {
            if (size.TryTake(property.Key.Length) && Fill(property.Value, path.At(property.Key)) is { } value)
                properties.Add(property with { Value = value });
        }

        return properties.Count == 0 && node.Properties.Length > 0 ? null : node with { Properties = [.. properties], Path = path };
    }

    private JsonArray? Fill(JsonArray node, JsonPath path)
    {
        List<JsonNode> items = new(node.Items.Length);
        foreach (var item in node.Items)
        {
            if (size.IsFull)
                break;
            if (ValuesOf(item) is { } values)
                Add(values, items, path);
            else if (Fill(item, path.At(items.Count)) is { } filled)
                items.Add(filled);
        }

        return items.Count == 0 && node.Items.Length > 0 ? null : node with { Items = [.. items], Path = path };
    }

    private void Add(JsonNode[] values, List<JsonNode> items, JsonPath path)
    {
        foreach (var value in values.TakeWhile(_ => !size.IsFull))
            items.Add(Copy(value, path.At(items.Count)));
    }

    // A list of values takes the place of an entry that names it and nothing else.
    private JsonNode[]? ValuesOf(JsonNode item) =>
        item is JsonString text && Alone(text) is { } placeholder && row.Take(placeholder.Name)?.Value is JsonArray list
            ? list.Items
            : null;

    private JsonNode? Fill(JsonString text, JsonPath path)
    {
        var placeholders = Placeholder.In(text.Value).ToList();
        if (placeholders.Count == 0)
            return Copy(text, path);
        if (Alone(text) is { } alone)
            return Value(alone, text) is { } value and not JsonArray { Items: [] } ? Copy(value, path) : null;
        var values = placeholders.ConvertAll(placeholder => Value(placeholder, text));
        if (values.Contains(null))
            return null;
        var texts = values.ConvertAll(value => TableRow.TextOf(value!));
        if (!texts.Contains(null))
            return Joined(text, placeholders, texts) is { } joined ? text with { Value = joined, Path = path, IsFilled = true } : null;
        ReportNotOfText(placeholders[texts.IndexOf(null)], text);
        return null;
    }

    private static Placeholder? Alone(JsonString text) =>
        Placeholder.In(text.Value).FirstOrDefault() is { Name: not null, Start: 0, End: var end } first && end == text.Value.Length
            ? first
            : null;

    private string? Joined(JsonString text, List<Placeholder> placeholders, List<string?> values)
    {
        if (!size.TryTake(text.Value.Length + values.Sum(value => (long)value!.Length)))
            return null;
        var joined = new StringBuilder();
        var end = 0;
        for (var place = 0; place < placeholders.Count; place++)
        {
            joined.Append(text.Value, end, placeholders[place].Start - end).Append(values[place]);
            end = placeholders[place].End;
        }

        return joined.Append(text.Value, end, text.Value.Length - end).ToString();
    }

    private JsonNode? Value(Placeholder placeholder, JsonString text)
    {
        var value = row.Take(placeholder.Name)?.Value;
        if (value is null && !placeholder.IsOptional && _reported.Add(placeholder.Name) && !problems.AreTooMany)
            ReportMissing(placeholder, text);
        return value;
    }

    private void ReportMissing(Placeholder placeholder, JsonString text)
    {
        if (!slips.NoneHas(placeholder.Name))
        {
            problems.Add(
                row.Node,
                ReadingCodes.MissingValue,
                $"{Subject} has no value for <{placeholder.Name}>, which stands in line {text.Location.Line}: add "
                    + $"\"{placeholder.Name}\": … "
                    + $"to the row, or write <{placeholder.Name}?> there, which is left out in rows without it.",
                TableSpelling.Closest(placeholder.Name, row.Unused.Select(unused => unused.Key))
            );
        }
        else if (slips.IsNew(placeholder.Name))
        {
            problems.Add(
                text,
                ReadingCodes.MissingValue,
                $"No row has a value for <{placeholder.Name}>: add \"{placeholder.Name}\": … to each, or correct the name here.",
                TableSpelling.Closest(placeholder.Name, row.Unused.Select(unused => unused.Key))
            );
        }
    }

    private void ReportNotOfText(Placeholder placeholder, JsonString text)
    {
        if (!_reported.Add(placeholder.Name))
            return;
        var value = row.Take(placeholder.Name)!.Value;
        problems.Add(
            value,
            ReadingCodes.BadValue,
            $"'{placeholder.Name}' is {value.Kind}, but stands inside a longer text in line {text.Location.Line}: give a text or a number, "
                + $"or let \"<{placeholder.Name}>\" stand there alone."
        );
    }

    private string Subject => $"Row {row.Origin.Number}, {JsonQuote.Short(row.Origin.Id)},";

    private JsonNode Copy(JsonNode node, JsonPath path)
    {
        size.TryTake(node is JsonObject or JsonArray ? 2 : node.End - node.Start);
        return node switch
        {
            JsonObject value => value with
            {
                Properties =
                [
                    .. value
                        .Properties.TakeWhile(property => size.TryTake(property.Key.Length))
                        .Select(property => property with { Value = Copy(property.Value, path.At(property.Key)) }),
                ],
                Path = path,
            },
            JsonArray list => list with
            {
                Items = [.. list.Items.TakeWhile(_ => !size.IsFull).Select((item, place) => Copy(item, path.At(place)))],
                Path = path,
            },
            _ => node with { Path = path },
        };
    }
}
