using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads what can be asked of a person.</summary>
internal sealed class QuestionReader(ReadingContext context)
{
    public QuestionDefinition Read(Located<string> name, JsonNode node)
    {
        var reader = ObjectReader.Open(node, ObjectSchemas.Question, context.Problems);
        return new QuestionDefinition
        {
            Name = name,
            Say = context.Languages.Texts(reader?.Require("say", "\"say\": { \"en\": \"…?\" }")) ?? new LocalizedText([], node.Location),
            SayToAgent = context.Languages.Texts(reader?.Find("sayToAgent")),
            Label = context.Languages.Texts(reader?.Find("label")),
            Choices = Choices(reader?.Find("choices")),
            Field = context.Values.Text(reader?.Find("field"))?.Value ?? name.Value,
            Extract = context.Values.Text(reader?.Find("extract")),
            AnsweredWhen = context.Conditions.Read(reader?.Find("answeredWhen")),
        };
    }

    private IReadOnlyList<QuestionChoice> Choices(JsonNode? node)
    {
        var choices = context.Lists.Of(node, Choice, least: 2);
        foreach (
            var repeated in choices
                .GroupBy(choice => choice.Value.Value, StringComparer.OrdinalIgnoreCase)
                .SelectMany(group => group.Skip(1))
        )
        {
            context.Problems.Add(
                repeated.Value.Location,
                ReadingCodes.DuplicateChoice,
                $"Another choice of this question already has the value {JsonQuote.Short(repeated.Value.Value)}: give each its own."
            );
        }

        return choices;
    }

    private QuestionChoice? Choice(JsonNode node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Choice, context.Problems) is not { } reader)
            return null;
        var value = context.Values.Text(reader.Require("value", "\"value\": \"labs\", what its field holds"));
        var say = context.Languages.Texts(reader.Require("say", "\"say\": { \"en\": \"…\" }"));
        return value is { } sound && say is not null ? new QuestionChoice(sound, say) : null;
    }
}
