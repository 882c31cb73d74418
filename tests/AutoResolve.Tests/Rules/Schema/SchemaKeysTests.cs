using AutoResolve.Conditions;
using AutoResolve.Json.Reading;
using AutoResolve.Operators;
using AutoResolve.Rules.Reading;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Tests.Rules.Schema;

public sealed class SchemaKeysTests
{
    private static readonly JObject Schema = JObject.Parse(RuleSchema.Text);

    public static TheoryData<string, string[]> Objects =>
        new()
        {
            { "", [.. ObjectSchemas.Set.Keys] },
            { "phraseList", [.. ObjectSchemas.PhraseList.Keys] },
            { "classifier", [.. ObjectSchemas.Classifier.Keys] },
            { "question", [.. ObjectSchemas.Question.Keys] },
            { "choice", [.. ObjectSchemas.Choice.Keys] },
            { "privacy", [.. ObjectSchemas.Privacy.Keys] },
            { "identifier", [.. ObjectSchemas.Identifier.Keys] },
            { "profileLanguage", [.. ObjectSchemas.ProfileLanguage.Keys] },
            { "extractor", [.. ObjectSchemas.Extractor.Keys] },
            { "rule", [.. ObjectSchemas.Rule.Keys] },
            { "table", [.. ObjectSchemas.Rule.Keys] },
            { "tableThen", [.. ObjectSchemas.Then.Keys] },
            { "row", ["id"] },
            { "scope", [.. ObjectSchemas.Scope.Keys] },
            { "then", [.. ObjectSchemas.Then.Keys] },
            { "asked", [.. ObjectSchemas.Asked.Keys] },
            { "step", [.. ObjectSchemas.Step.Keys] },
            { "namedStep", [.. ObjectSchemas.NamedStep.Keys] },
            { "whenAllTried", [.. ObjectSchemas.WhenAllTried.Keys] },
            { "action", [.. ObjectSchemas.Action.Keys] },
            { "cause", [.. ObjectSchemas.Cause.Keys] },
            { "rollout", [.. ObjectSchemas.Rollout.Keys] },
            { "oncePer", [.. ObjectSchemas.OncePer.Keys] },
            { "promote", [.. ObjectSchemas.Promote.Keys] },
            { "demote", [.. ObjectSchemas.Demote.Keys] },
            { "test", [.. ObjectSchemas.Test.Keys] },
            { "group", [.. OperatorCatalog.All["all"].Schema.Keys] },
            { "use", [.. OperatorCatalog.All["use"].Schema.Keys] },
            { "anyOf", [.. OperatorCatalog.All["anyOf"].Schema.Keys] },
            { "allOf", [.. OperatorCatalog.All["allOf"].Schema.Keys] },
            { "near", [.. OperatorCatalog.All["near"].Schema.Keys] },
            { "readsLike", [.. OperatorCatalog.All["readsLike"].Schema.Keys] },
            { "readsUnlike", [.. OperatorCatalog.All["readsUnlike"].Schema.Keys] },
            { "contains", [.. OperatorCatalog.All["contains"].Schema.Keys] },
            { "regex", [.. OperatorCatalog.All["regex"].Schema.Keys] },
            { "field", [.. OperatorCatalog.All["field"].Schema.Keys] },
            { "fact", [.. OperatorCatalog.All["fact"].Schema.Keys] },
            { "expression", [.. OperatorCatalog.All["expression"].Schema.Keys] },
        };

    [Theory]
    [MemberData(nameof(Objects))]
    public void Properties_OfObject_AreThoseOfTheReaderInItsOrder(string definition, string[] keys) =>
        Assert.Equal(keys, Definition(definition)["properties"]!.Children<JProperty>().Select(property => property.Name));

    [Fact]
    public void Objects_All_AreClosedAndExplained()
    {
        foreach (
            var node in Schema
                .DescendantsAndSelf()
                .OfType<JObject>()
                .Where(node => node["properties"] is not null && node["type"] is not null)
        )
        {
            Assert.NotNull(node["additionalProperties"]);
            Assert.NotNull(node["patternProperties"]!["^x-"]);
            Assert.All(node["properties"]!.Children<JProperty>(), property =>
                Assert.True(property.Value["description"] is not null || property.Value["$ref"] is not null, property.Path)
            );
        }
    }

    [Fact]
    public void Enums_All_AreThoseOfTheReader()
    {
        Assert.Equal(FormatKeywords.Statuses.Keys, Enum("rule", "status"));
        Assert.Equal(FormatKeywords.RuleOutcomes.Keys, Enum("then", "outcome"));
        Assert.Equal(FormatKeywords.LastOutcomes.Keys, Enum("whenAllTried", "outcome"));
        Assert.Equal(FormatKeywords.Outcomes.Keys, Enum("test", "outcome"));
        Assert.Equal(FormatKeywords.CauseKinds.Keys, Enum("cause", "kind"));
        Assert.Equal(FormatKeywords.RolloutBys.Keys, Enum("rollout", "by"));
        Assert.Equal(FormatKeywords.OncePerBys.Keys, Enum("oncePer", "by"));
        Assert.Equal(TextOperator.Parts.Keys, Enum("anyOf", "in"));
    }

    [Fact]
    public void Patterns_OfNames_AreThoseOfTheReader()
    {
        Assert.Equal(NameForm.Id.Pattern, (string?)Definition("rule")["properties"]!["id"]!["pattern"]);
        Assert.Equal(NameForm.Type.Pattern, (string?)Definition("rule")["properties"]!["type"]!["pattern"]);
        Assert.Equal(NameForm.Set.Pattern, (string?)Definition("")["properties"]!["set"]!["pattern"]);
        Assert.Equal(
            NameForm.Camel.Pattern,
            Definition("")["properties"]!["lists"]!["patternProperties"]!.Children<JProperty>().Last().Name
        );
        Assert.Equal(
            NameForm.Type.Pattern,
            Definition("classifier")["properties"]!["labels"]!["patternProperties"]!.Children<JProperty>().Last().Name
        );
        Assert.Equal(LanguageReader.Pattern, (string?)Definition("language")["pattern"]);
    }

    private static JToken Definition(string name) => name.Length == 0 ? Schema : Schema["definitions"]![name]!;

    private static IEnumerable<string> Enum(string definition, string key) =>
        Definition(definition)["properties"]![key]!["enum"]!.Values<string>()!;
}
