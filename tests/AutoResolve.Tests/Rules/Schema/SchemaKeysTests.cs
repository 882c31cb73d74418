using AutoResolve.Rules.Reading;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Tests.Rules.Schema;

public sealed class SchemaKeysTests
{
    private static readonly JObject Schema = JObject.Parse(RuleSchema.Text);

    public static TheoryData<string, string[]> Objects => new()
    {
        { "", [.. Shapes.Set.Keys] },
        { "question", [.. Shapes.Question.Keys] },
        { "choice", [.. Shapes.Choice.Keys] },
        { "profileLanguage", [.. Shapes.ProfileLanguage.Keys] },
        { "extractor", [.. Shapes.Extractor.Keys] },
        { "rule", [.. Shapes.Rule.Keys] },
        { "scope", [.. Shapes.Scope.Keys] },
        { "then", [.. Shapes.Then.Keys] },
        { "asked", [.. Shapes.Asked.Keys] },
        { "step", [.. Shapes.Step.Keys] },
        { "whenAllTried", [.. Shapes.WhenAllTried.Keys] },
        { "action", [.. Shapes.Action.Keys] },
        { "cause", [.. Shapes.Cause.Keys] },
        { "rollout", [.. Shapes.Rollout.Keys] },
        { "oncePer", [.. Shapes.OncePer.Keys] },
        { "promote", [.. Shapes.Promote.Keys] },
        { "demote", [.. Shapes.Demote.Keys] },
        { "test", [.. Shapes.Test.Keys] },
        { "group", [.. Shapes.Group.Keys] },
        { "use", [.. Shapes.Use.Keys] },
        { "anyOf", [.. Shapes.AnyOf.Keys] },
        { "allOf", [.. Shapes.AllOf.Keys] },
        { "near", [.. Shapes.Near.Keys] },
        { "contains", [.. Shapes.Contains.Keys] },
        { "regex", [.. Shapes.Regex.Keys] },
        { "field", [.. Shapes.Field.Keys] },
        { "fact", [.. Shapes.Fact.Keys] },
        { "expression", [.. Shapes.Expression.Keys] },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void Properties_OfObject_AreThoseOfTheReaderInItsOrder(string definition, string[] keys) =>
        Assert.Equal(keys, Definition(definition)["properties"]!.Children<JProperty>().Select(property => property.Name));

    [Fact]
    public void Objects_All_AreClosedAndExplained()
    {
        foreach (var node in Schema.DescendantsAndSelf().OfType<JObject>().Where(node => node["properties"] is not null && node["type"] is not null))
        {
            Assert.NotNull(node["additionalProperties"]);
            Assert.NotNull(node["patternProperties"]!["^x-"]);
            Assert.All(node["properties"]!.Children<JProperty>(), property => Assert.True(property.Value["description"] is not null || property.Value["$ref"] is not null, property.Path));
        }
    }

    [Fact]
    public void Enums_All_AreThoseOfTheReader()
    {
        Assert.Equal(Words.Statuses.Keys, Enum("rule", "status"));
        Assert.Equal(Words.RuleOutcomes.Keys, Enum("then", "outcome"));
        Assert.Equal(Words.LastOutcomes.Keys, Enum("whenAllTried", "outcome"));
        Assert.Equal(Words.Outcomes.Keys, Enum("test", "outcome"));
        Assert.Equal(Words.CauseKinds.Keys, Enum("cause", "kind"));
        Assert.Equal(Words.RolloutBys.Keys, Enum("rollout", "by"));
        Assert.Equal(Words.OncePerBys.Keys, Enum("oncePer", "by"));
        Assert.Equal(Words.TextParts.Keys, Enum("anyOf", "in"));
    }

    [Fact]
    public void Patterns_OfNames_AreThoseOfTheReader()
    {
        Assert.Equal(NameForm.Id.Pattern, (string?)Definition("rule")["properties"]!["id"]!["pattern"]);
        Assert.Equal(NameForm.Type.Pattern, (string?)Definition("rule")["properties"]!["type"]!["pattern"]);
        Assert.Equal(NameForm.Set.Pattern, (string?)Definition("")["properties"]!["set"]!["pattern"]);
        Assert.Equal(NameForm.Camel.Pattern, Definition("")["properties"]!["lists"]!["patternProperties"]!.Children<JProperty>().Last().Name);
        Assert.Equal(LanguageReader.Pattern, (string?)Definition("language")["pattern"]);
    }

    private static JToken Definition(string name) => name.Length == 0 ? Schema : Schema["definitions"]![name]!;

    private static IEnumerable<string> Enum(string definition, string key) => Definition(definition)["properties"]![key]!["enum"]!.Values<string>()!;
}
