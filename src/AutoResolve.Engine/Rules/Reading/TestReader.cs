using System.Globalization;
using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads the tests of a rule.</summary>
internal sealed class TestReader(ReadingContext context)
{
    public IReadOnlyList<RuleTest> Read(JsonNode? node, string ruleId)
    {
        var number = 0;
        return context.Lists.Of(node, test => Test(test, string.Create(CultureInfo.InvariantCulture, $"{ruleId}#{++number}")));
    }

    private RuleTest? Test(JsonNode node, string id)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Test, context.Problems) is not { } reader)
            return null;
        var issue = new Issue
        {
            Id = id,
            Title = context.Values.AnyText(reader.Find("title"))?.Value,
            Text = context.Values.AnyText(reader.Find("text"))?.Value ?? "",
            Channel = context.Values.Text(reader.Find("channel"))?.Value,
            Product = context.Values.Text(reader.Find("product"))?.Value,
            Locale = context.Languages.Language(reader.Find("locale"))?.Value,
            Tenant = context.Values.Text(reader.Find("tenant"))?.Value,
            Requester = context.Values.Text(reader.Find("requester"))?.Value,
            Fields = context.Maps.Texts(reader.Find("fields")),
            Tried = context.Lists.Values(reader.Find("tried")),
        };
        var facts = context.Maps.Texts(reader.Find("facts"));
        var match = context.Values.Boolean(reader.Require("match", "\"match\": true or false"));
        var outcome = context.Values.Choice(reader.Find("outcome"), FormatKeywords.Outcomes);
        return match is { } expected
            ? new RuleTest
            {
                Issue = issue,
                Facts = facts,
                Match = expected,
                Outcome = outcome,
                Location = reader.Node.Location,
            }
            : null;
    }
}
