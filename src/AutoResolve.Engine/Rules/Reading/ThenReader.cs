using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads what happens when a rule wins.</summary>
internal sealed class ThenReader(ReadingContext context)
{
    private const int MaxTier = 3;
    private const string OutcomeExample = "\"outcome\": \"answer\" (or fix, ask, route, escalate, ignore)";

    private readonly StepReader _steps = new(context);

    /// <returns>A stand-in where the value is missing or no object.</returns>
    public Then Read(JsonNode? node, SourceLocation ruleLocation, bool guard, bool also)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Then, context.Problems) is not { } reader)
            return new Then { Location = node?.Location ?? ruleLocation };
        var outcome = context.Values.Choice(
            also ? reader.Find("outcome") : reader.Require("outcome", OutcomeExample),
            FormatKeywords.RuleOutcomes
        );
        var then = new Then
        {
            Outcome = outcome,
            Answer = context.Languages.Texts(reader.Find("answer")),
            AnswerToAgent = context.Languages.Texts(reader.Find("answerToAgent")),
            Steps = _steps.Read(reader.Find("steps")),
            WhenAllTried = WhenAllTried(reader.Find("whenAllTried")),
            Ask = context.Lists.TextsOrObjects(reader.Find("ask"), Asked),
            Team = context.Values.Text(reader.Find("team"))?.Value,
            Tier = context.Values.WholeNumber(reader.Find("tier"), 0, MaxTier),
            Actions = context.Lists.Of(reader.Find("actions"), Action),
            UndoOnFailure = context.Values.Boolean(reader.Find("undoOnFailure")) ?? false,
            Tags = context.Lists.Values(reader.Find("tags")),
            Note = context.Values.Text(reader.Find("note"))?.Value,
            Location = reader.Node.Location,
        };
        ThenChecks.Check(reader, then, guard, also, context.Problems);
        return then;
    }

    private AskedQuestion? Asked(JsonNode node)
    {
        if (node is not JsonObject)
            return context.Values.Text(node) is { } alone ? new AskedQuestion(alone, IsBlocking: false) : null;
        var reader = ObjectReader.Open(node, ObjectSchemas.Asked, context.Problems)!;
        var question = context.Values.Text(reader.Require("question", "\"question\": \"the-name-of-a-question\""));
        var isBlocking = context.Values.Boolean(reader.Find("blocking")) ?? false;
        return question is { } name ? new AskedQuestion(name, isBlocking) : null;
    }

    private WhenAllTried? WhenAllTried(JsonNode? node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.WhenAllTried, context.Problems) is not { } reader)
            return null;
        var outcome = context.Values.Choice(
            reader.Require("outcome", "\"outcome\": \"route\" or \"escalate\""),
            FormatKeywords.LastOutcomes
        );
        var team = context.Values.Text(reader.Find("team"))?.Value;
        var tier = context.Values.WholeNumber(reader.Find("tier"), 0, MaxTier);
        return new WhenAllTried(outcome ?? RuleOutcome.Escalate, team, tier);
    }

    private RuleAction? Action(JsonNode node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Action, context.Problems) is not { } reader)
            return null;
        var handler = context.Values.Text(reader.Require("do", "\"do\": \"the-name-of-the-handler\""));
        var (arguments, templates, names) = new ArgumentReader(context.Problems).Read(reader.Find("with"));
        return handler is { } name ? new RuleAction(name, arguments, templates, names) : null;
    }
}
