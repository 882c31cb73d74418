using AutoResolve.Rules.Json;
using AutoResolve.Rules.Model;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads what happens when a rule wins.</summary>
internal sealed class ThenReader(ReadingContext context)
{
    private const int HighestTier = 3;
    private const string OutcomeExample = "\"outcome\": \"answer\" (or fix, ask, route, escalate, ignore)";

    /// <returns>A stand-in where the value is missing or no object.</returns>
    public Then Read(JsonNode? node, SourceLocation ruleLocation, bool guard, bool also)
    {
        if (ObjectReader.Open(node, Shapes.Then, context.Problems) is not { } reader)
            return new Then { Location = node?.Location ?? ruleLocation };
        var outcome = context.Values.Choice(also ? reader.Find("outcome") : reader.Require("outcome", OutcomeExample), Words.RuleOutcomes);
        var then = new Then
        {
            Outcome = outcome,
            Answer = context.Languages.Texts(reader.Find("answer")),
            Steps = Steps(reader.Find("steps")),
            WhenAllTried = WhenAllTried(reader.Find("whenAllTried")),
            Ask = context.Lists.Texts(reader.Find("ask")),
            Team = context.Values.Text(reader.Find("team"))?.Value,
            Tier = context.Values.WholeNumber(reader.Find("tier"), 0, HighestTier),
            Actions = context.Lists.Of(reader.Find("actions"), Action),
            UndoOnFailure = context.Values.Boolean(reader.Find("undoOnFailure")) ?? false,
            Tags = [.. context.Lists.Texts(reader.Find("tags")).Select(tag => tag.Value)],
            Note = context.Values.Text(reader.Find("note"))?.Value,
            Location = reader.Node.Location,
        };
        ThenChecks.Check(reader, outcome, guard, also, context.Problems);
        return then;
    }

    private IReadOnlyList<Step> Steps(JsonNode? node)
    {
        var steps = context.Lists.Of(node, Step);
        foreach (var repeated in steps.GroupBy(step => step.Id.Value).SelectMany(group => group.Skip(1)))
            context.Problems.Add(repeated.Id.Location, ReadingCodes.DuplicateStep, $"Another step of this rule already has the id {JsonQuote.Short(repeated.Id.Value)}: give each its own.");
        return steps;
    }

    private Step? Step(JsonNode node)
    {
        if (ObjectReader.Open(node, Shapes.Step, context.Problems) is not { } reader)
            return null;
        var id = context.Values.Name(reader.Require("id", "\"id\": \"clear-cookies\""), NameForm.Id);
        var say = context.Languages.Texts(reader.Require("say", "\"say\": { \"en\": \"…\" }"));
        var tried = context.Conditions.Read(reader.Find("triedWhen"));
        return id is { } sound && say is not null ? new Step(sound, say, tried) : null;
    }

    private WhenAllTried? WhenAllTried(JsonNode? node)
    {
        if (ObjectReader.Open(node, Shapes.WhenAllTried, context.Problems) is not { } reader)
            return null;
        var outcome = context.Values.Choice(reader.Require("outcome", "\"outcome\": \"route\" or \"escalate\""), Words.LastOutcomes);
        var team = context.Values.Text(reader.Find("team"))?.Value;
        var tier = context.Values.WholeNumber(reader.Find("tier"), 0, HighestTier);
        return new WhenAllTried(outcome ?? RuleOutcome.Escalate, team, tier);
    }

    private RuleAction? Action(JsonNode node)
    {
        if (ObjectReader.Open(node, Shapes.Action, context.Problems) is not { } reader)
            return null;
        var handler = context.Values.Text(reader.Require("do", "\"do\": \"the-name-of-the-handler\""));
        var (arguments, templates, names) = new ArgumentReader(context.Problems).Read(reader.Find("with"));
        return handler is { } name ? new RuleAction(name, arguments, templates, names) : null;
    }
}
