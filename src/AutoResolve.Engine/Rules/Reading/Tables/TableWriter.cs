using System.Globalization;
using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading.Tables;

/// <summary>Writes a rule with rows out: for each row the rule with the row's values, at the place of the row.</summary>
internal sealed class TableWriter(ReadingContext context)
{
    private const string Rows = "rows";
    private const string IdKey = "id";

    /// <returns>The rules; a rule without rows as it is.</returns>
    public IEnumerable<JsonNode> WriteOut(JsonNode node) =>
        node is JsonObject rule && rule.Find(Rows) is { Value: var rows } ? WriteOut(rule, rows) : [node];

    private IEnumerable<JsonNode> WriteOut(JsonObject table, JsonNode rows)
    {
        var template = table with { Properties = [.. table.Properties.Where(property => property.Key != Rows)] };
        var names = NamesIn(template).ToHashSet(StringComparer.Ordinal);
        if (!CheckId(template))
            yield break;
        var first = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        var slips = new TableSlips(rows);
        var number = 0;
        foreach (var node in context.Lists.Of(rows, one => one))
        {
            number++;
            if (context.Problems.AreTooMany || context.Tables.IsFull)
                break;
            if (Row(node, number, names) is { } row && IsNew(row, first) && Rule(template, names, row, slips, rows.Path) is { } rule)
                yield return rule;
        }

        if (context.Tables.IsExceeded)
            ReportTooLarge(rows);
    }

    private static IEnumerable<string> NamesIn(JsonNode node) =>
        node switch
        {
            JsonObject value => value.Properties.SelectMany(property => NamesIn(property.Value)),
            JsonArray list => list.Items.SelectMany(NamesIn),
            JsonString text => Placeholder.In(text.Value).Select(placeholder => placeholder.Name),
            _ => [],
        };

    private bool CheckId(JsonObject template)
    {
        if (template.Find(IdKey)?.Value is not JsonString id || Placeholder.In(id.Value).Any(IsId))
            return true;
        context.Problems.Add(
            id,
            ReadingCodes.RowId,
            "The rules of all rows would have one id: write <id> in it, for the id of the row, such as \"sign-in.code-<id>\"."
        );
        return false;

        static bool IsId(Placeholder placeholder) => placeholder is { Name: IdKey, IsOptional: false };
    }

    private bool IsNew(TableRow row, Dictionary<string, JsonNode> first)
    {
        if (first.TryAdd(row.Origin.Id, row.Id))
            return true;
        context.Problems.Add(
            row.Id,
            ReadingCodes.RowId,
            $"The id {JsonQuote.Short(row.Origin.Id)} is already that of the row in line {first[row.Origin.Id].Location.Line}: "
                + "give each row its own."
        );
        return false;
    }

    private TableRow? Row(JsonNode node, int number, HashSet<string> names)
    {
        if (node is not JsonObject value)
        {
            context.Problems.Add(node, ReadingCodes.WrongKind, $"Each row must be an object in braces {{ }}, not {node.Kind}.");
            return null;
        }

        if (value.Find(IdKey)?.Value is not { } id || string.IsNullOrWhiteSpace(TableRow.TextOf(id)))
        {
            context.Problems.Add(
                node,
                ReadingCodes.RowId,
                "This row has no id: add \"id\": \"…\", which never changes; it is the part of the rule's id that stands for <id>."
            );
            return null;
        }

        var row = new TableRow(value, id, number);
        var sound = true;
        foreach (var property in value.Properties.DistinctBy(property => property.Key).Where(property => !ObjectReader.IsOwn(property.Key)))
        {
            if (property.Key != IdKey && !names.Contains(property.Key) && IsPart(property.Key))
                row.Parts.Add(property);
            else
                sound &= AddValue(row, property, names);
        }

        return sound ? row : null;
    }

    private static bool IsPart(string key) => key != Rows && (ObjectSchemas.Rule.Has(key) || ObjectSchemas.Then.Has(key));

    private bool AddValue(TableRow row, JsonProperty value, HashSet<string> names)
    {
        row.Add(value);
        if (!context.Values.CheckName(value.Key, value.Location, "The name of a value", NameForm.Camel))
            return false;
        var inner = NamesIn(value.Value).FirstOrDefault(names.Contains);
        if (inner is null)
            return true;
        context.Problems.Add(
            value.Value,
            ReadingCodes.BadValue,
            $"The value of '{value.Key}' stands as it is in the rule, so <{inner}> in it would stay: write out what is meant."
        );
        return false;
    }

    private JsonObject? Rule(JsonObject template, HashSet<string> names, TableRow row, TableSlips slips, JsonPath rows)
    {
        var filler = new RowFiller(row, context.Tables, slips, context.Problems);
        var path = rows.At(row.Origin.Number - 1, row.Origin);
        var filled = filler.Fill(Merged(template, row), path) as JsonObject ?? template with { Properties = [], Path = path };
        if (filler.HasProblems || context.Tables.IsFull)
            return null;
        var unused = row.Unused.ToList();
        foreach (var value in unused.TakeWhile(_ => !context.Problems.AreTooMany))
            ReportUnused(value, names, slips);
        return unused.Count > 0
            ? null
            : filled with
            {
                Properties = [.. filled.Properties.Select(property => property.Key == IdKey ? WithPlaceOf(row.Id, property) : property)],
                Start = row.Node.Start,
                End = row.Node.End,
            };
    }

    // What is wrong with an id is wrong with the row.
    private static JsonProperty WithPlaceOf(JsonNode id, JsonProperty property) =>
        property with
        {
            Value = property.Value with { Start = id.Start, End = id.End },
        };

    private static JsonObject Merged(JsonObject template, TableRow row)
    {
        List<JsonProperty> rule = [.. template.Properties];
        foreach (var part in row.Parts.Where(part => ObjectSchemas.Rule.Has(part.Key)))
            Put(rule, part);
        var done = row.Parts.Where(part => ObjectSchemas.Then.Has(part.Key)).ToList();
        var at = rule.FindIndex(property => property.Key == "then");
        if (done.Count == 0 || (at >= 0 && rule[at].Value is not JsonObject))
            return template with { Properties = [.. rule] };
        var then = at >= 0 ? (JsonObject)rule[at].Value : row.Node with { Properties = [] };
        List<JsonProperty> parts = [.. then.Properties];
        foreach (var part in done)
            Put(parts, part);
        Put(rule, new JsonProperty("then", at >= 0 ? rule[at].Start : row.Node.Start, then with { Properties = [.. parts] }));
        return template with { Properties = [.. rule] };
    }

    private static void Put(List<JsonProperty> properties, JsonProperty part)
    {
        var at = properties.FindIndex(property => property.Key == part.Key);
        if (at >= 0)
            properties[at] = part;
        else
            properties.Add(part);
    }

    private void ReportUnused(JsonProperty value, HashSet<string> names, TableSlips slips)
    {
        if (slips.AllHave(value.Key) && !slips.IsNew(value.Key))
            return;
        context.Problems.Add(
            value.Location,
            ReadingCodes.UnusedValue,
            value.Key == Rows
                ? "A row has no rows of its own: make a table of its own of these."
                : $"Nothing in the rule takes {JsonQuote.Short(value.Key)}: write <{value.Key}> where it belongs, or remove it.",
            TableSpelling.Closest(value.Key, ObjectSchemas.Rule.Keys.Concat(ObjectSchemas.Then.Keys).Concat(names))
        );
    }

    private void ReportTooLarge(JsonNode rows) =>
        context.Problems.Add(
            rows,
            ReadingCodes.TooLarge,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Written out, the rows of this file come to more than {TableSize.Most:N0} characters. Split the table into several files, "
                    + $"or take what all its rows share into lists, conditions and steps with names."
            )
        );
}
