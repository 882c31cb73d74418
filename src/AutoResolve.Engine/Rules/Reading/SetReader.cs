using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Rules.Reading.Tables;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads a rule set from its tree.</summary>
internal sealed class SetReader(ReadingContext context)
{
    private readonly RuleReader _rules = new(context);
    private readonly TableWriter _tables = new(context);
    private readonly StepReader _steps = new(context);
    private readonly ClassifierReader _classifiers = new(context);
    private readonly QuestionReader _questions = new(context);
    private readonly DeskReader _desk = new(context);
    private readonly ProfileReader _profile = new(context);

    /// <returns>Null where the file holds no object. A set without a sound name goes by what is written, or by its file.</returns>
    public RuleSet? Read(JsonNode root)
    {
        if (ObjectReader.Open(root, ObjectSchemas.Set, context.Problems) is not { } reader)
            return null;
        context.Values.AnyText(reader.Find("$schema"));
        var shared = context.Values.Boolean(reader.Find("shared")) ?? false;
        var set = new RuleSet
        {
            Name = Name(reader),
            Title = context.Values.Text(reader.Require("title", "\"title\": \"…\", what a person calls it"))?.Value ?? "",
            Owner = context.Values.Text(reader.Require("owner", "\"owner\": \"…\", the team that keeps these rules right"))?.Value ?? "",
            Guard = context.Values.Boolean(reader.Find("guard")) ?? false,
            Shared = shared,
            Language = context.Languages.Language(reader.Find("language")),
            Options = context.Conditions.Options(reader),
            Lists = context.Maps.Named(reader.Find("lists"), NameForm.Camel, PhraseList),
            Conditions = context.Maps.Named(reader.Find("conditions"), NameForm.Camel, (name, node) =>
                new NamedCondition(name, context.Conditions.Read(node)!)
            ),
            Classifiers = context.Maps.Named(reader.Find("classifiers"), NameForm.Camel, _classifiers.Read),
            None = None(reader.Find("none")),
            Questions = context.Maps.Named(reader.Find("questions"), NameForm.Camel, _questions.Read),
            Steps = context.Maps.Named(reader.Find("steps"), NameForm.Id, _steps.Read),
            Handlers = context.Maps.Named(reader.Find("handlers"), NameForm.Handler, Entry),
            Facts = context.Maps.Named(reader.Find("facts"), NameForm.Camel, Entry),
            Contacts = context.Maps.Named(reader.Find("contacts"), NameForm.Camel, Contact),
            Desk = _desk.Read(reader.Find("desk")),
            Profile = _profile.Read(reader.Find("profile")),
            Location = root.Location,
        };
        var rules = shared
            ? reader.Find("rules")
            : reader.Require("rules", "\"rules\": [ … ]; only a set with \"shared\": true may have none");
        return set with { Rules = Rules(rules, set) };
    }

    private IReadOnlyList<Rule> Rules(JsonNode? node, RuleSet set) =>
        [
            .. context
                .Lists.Of(node, rule => rule)
                .SelectMany(_tables.WriteOut)
                .TakeWhile(_ => !context.Problems.AreTooMany)
                .Select(rule => _rules.Read(rule, set))
                .OfType<Rule>(),
        ];

    private Located<string> Name(ObjectReader reader)
    {
        var node = reader.Require("set", "\"set\": \"sign-in\", the name of the set");
        return context.Values.Name(node, NameForm.Set)
            ?? (node as JsonString)?.Located
            ?? new Located<string>(reader.Node.Location.File, reader.Node.Location);
    }

    private IReadOnlyList<NamedCondition> None(JsonNode? node) =>
        [
            .. context
                .Lists.Of(node, context.Conditions.Read)
                .Select(condition => new NamedCondition(new("none", condition.Location), condition)),
        ];

    private PhraseList PhraseList(Located<string> name, JsonNode node)
    {
        if (node is not JsonObject)
            return new PhraseList(name, context.Lists.Texts(node));
        var reader = ObjectReader.Open(node, ObjectSchemas.PhraseList, context.Problems)!;
        var phrases = context.Lists.Texts(reader.Require("phrases", "\"phrases\": [\"…\"]"));
        return new PhraseList(name, phrases)
        {
            Language = context.Languages.Language(reader.Find("language")),
            Options = context.Conditions.Options(reader),
        };
    }

    private Contact Contact(Located<string> name, JsonNode node)
    {
        var reader = ObjectReader.Open(node, ObjectSchemas.Contact, context.Problems);
        return new Contact(
            name,
            context.Values.Text(reader?.Require("value", "\"value\": \"800-555-0100\", what is printed"))?.Value ?? "",
            context.Values.Text(reader?.Require("what", "\"what\": \"…\", whose it is"))?.Value ?? "",
            context.Values.Day(reader?.Find("reviewed"))
        );
    }

    private VocabularyEntry Entry(Located<string> name, JsonNode node) => new(name, context.Values.Text(node)?.Value ?? "");
}
