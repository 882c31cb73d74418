using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Operators.Comparisons;

/// <summary>Reads the operators of <c>field</c> and <c>fact</c> conditions.</summary>
internal sealed class ComparisonReader(ReadingContext context, LeafReader leaves)
{
    /// <returns>The sound comparisons, in the order of the reference.</returns>
    public IReadOnlyList<ValueComparison> Read(ObjectReader reader, string subject)
    {
        var operators = ObjectSchemas.Operators.Select(reader.Node.Find).OfType<JsonProperty>().ToList();
        if (operators.Count == 0)
        {
            // Where a key is unknown, it was probably meant to be the operator.
            if (reader.Node.Properties.All(property => property.Key == subject || ObjectReader.IsOwn(property.Key)))
                context.Problems.Add(
                    reader.Node,
                    ReadingCodes.NoComparison,
                    $"This says which {subject} but not how it compares: add \"equals\": [\"…\"], or \"exists\": true."
                );
            return [];
        }

        if (reader.Node.Find("within") is { } within && reader.Find("near") is null)
            context.Problems.Add(
                within.Location,
                ReadingCodes.NotOneCondition,
                "'within' belongs to 'near': add \"near\": [\"…\", \"…\"]."
            );
        var comparisons = new List<ValueComparison>();
        foreach (var property in operators)
        {
            if (Read(property, reader) is { } comparison)
                comparisons.Add(comparison);
        }

        return comparisons;
    }

    private ValueComparison? Read(JsonProperty property, ObjectReader reader)
    {
        var (location, node) = (property.Location, property.Value);
        return property.Key switch
        {
            "equals" => Strings(StringOperator.Equals, context.Lists.TextOrTexts(node, context.Values.AnyText), location),
            "in" => Strings(StringOperator.Equals, context.Lists.Texts(node, context.Values.AnyText), location),
            "contains" => Strings(StringOperator.Contains, context.Lists.TextOrTexts(node, context.Values.Text), location),
            "startsWith" => Strings(StringOperator.StartsWith, context.Lists.TextOrTexts(node, context.Values.Text), location),
            "endsWith" => Strings(StringOperator.EndsWith, context.Lists.TextOrTexts(node, context.Values.Text), location),
            "atLeast" or "atMost" => context.Values.Number(node) is { } number
                ? new NumberTest(property.Key == "atLeast", number, location)
                : null,
            "before" or "after" => Time(property),
            "exists" => context.Values.Boolean(node) is { } exists ? new ExistsTest(exists, location) : null,
            "anyOf" or "allOf" => Text(leaves.Phrases(reader, property.Key, TextPart.OwnWords, location)),
            "near" => Text(leaves.Near(reader, TextPart.OwnWords, location)),
            "regex" or "matches" => Text(leaves.Regex(reader, property.Key, TextPart.OwnWords, location)),
            _ => null,
        };
    }

    private static StringTest? Strings(StringOperator comparison, IReadOnlyList<Located<string>> values, SourceLocation location) =>
        values.Count == 0 ? null : new StringTest(comparison, values, location);

    private static TextTest? Text(TextCondition? condition) => condition is null ? null : new TextTest(condition, condition.Location);

    private TimeTest? Time(JsonProperty property)
    {
        if (context.Values.Text(property.Value) is not { } text)
            return null;
        var before = property.Key == "before";
        if (Dates.TryDay(text.Value, out var day))
            return new TimeTest(
                before,
                new DateTimeOffset(day, before ? TimeOnly.MinValue : TimeOnly.MaxValue, TimeSpan.Zero),
                property.Location
            );
        if (Dates.TryTime(text.Value, out var time))
            return new TimeTest(before, time, property.Location);
        context.Problems.Add(
            property.Value,
            ReadingCodes.BadDate,
            $"'{property.Key}' must be a day such as \"2026-11-01\" or a time such as \"2026-11-01T14:30Z\"; "
                + $"found {JsonQuote.Short(text.Value)}."
        );
        return null;
    }
}
