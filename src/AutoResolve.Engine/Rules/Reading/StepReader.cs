using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads the steps of rules, and those that a set gives a name.</summary>
internal sealed class StepReader(ReadingContext context)
{
    /// <summary>The steps of a rule: written there, or the names of those of a set.</summary>
    public IReadOnlyList<Step> Read(JsonNode? node)
    {
        var steps = context.Lists.Of(node, Step);
        foreach (var repeated in steps.GroupBy(step => step.Id.Value).SelectMany(group => group.Skip(1)))
            context.Problems.Add(
                repeated.Id.Location,
                ReadingCodes.DuplicateStep,
                $"Another step of this rule already has the id {JsonQuote.Short(repeated.Id.Value)}: give each its own."
            );
        return steps;
    }

    /// <summary>A step of a set. Its name is its id.</summary>
    public Step Read(Located<string> name, JsonNode node)
    {
        var reader = ObjectReader.Open(node, ObjectSchemas.NamedStep, context.Problems);
        return Read(name, reader) ?? Rules.Step.Named(name);
    }

    private Step? Step(JsonNode node)
    {
        if (node is JsonString)
            return context.Values.Text(node) is { } name ? Rules.Step.Named(name) : null;
        if (ObjectReader.Open(node, ObjectSchemas.Step, context.Problems) is not { } reader)
            return null;
        var id = context.Values.Name(reader.Require("id", "\"id\": \"clear-cookies\""), NameForm.Id);
        var step = Read(id ?? default, reader);
        return id is null ? null : step;
    }

    private Step? Read(Located<string> id, ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var say = context.Languages.Texts(reader.Require("say", "\"say\": { \"en\": \"…\" }"));
        var sayToAgent = context.Languages.Texts(reader.Find("sayToAgent"));
        var tried = context.Conditions.Read(reader.Find("triedWhen"));
        return say is null ? null : new Step(id, say, tried) { SayToAgent = sayToAgent };
    }
}
