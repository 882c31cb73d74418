using AutoResolve.Insights.Costs;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Tests.Costs;

public sealed class RuleShapesTests
{
    private static readonly SetNames Names = new(
        new JObject
        {
            ["lists"] = new JObject
            {
                ["short"] = new JArray("a", "b"),
                ["long"] = new JArray(Enumerable.Range(0, 100).Select(number => $"w{number}")),
                ["strict"] = new JObject { ["phrases"] = new JArray("a"), ["typos"] = false },
            },
            ["conditions"] = new JObject { ["pattern"] = JObject.Parse("""{ "regex": "a+" }""") },
        },
        []
    );

    [Theory]
    [InlineData("""{ "anyOf": ["word", "@short"] }""", CostKind.Words, null)]
    [InlineData("""{ "anyOf": ["cannot @long"] }""", CostKind.LongList, "long")]
    [InlineData("""{ "all": [{ "anyOf": ["@long"] }, { "contains": ["ERR_"] }] }""", CostKind.Contains, null)]
    [InlineData("""{ "none": [{ "use": "pattern" }] }""", CostKind.Regex, null)]
    [InlineData("""{ "near": ["a", "b"], "within": 3 }""", CostKind.Near, null)]
    [InlineData("""{ "any": [{ "field": "code", "equals": "1" }, { "anyOf": ["a"] }] }""", CostKind.Fields, null)]
    [InlineData("""{ "field": "code", "matches": "^a" }""", CostKind.Regex, null)]
    [InlineData("""{ "points": { "1": ["a"] }, "needed": 1 }""", CostKind.Points, null)]
    [InlineData("""{ "expression": "true" }""", CostKind.Expression, null)]
    public void Shape_OfACondition_IsItsDearestPart(string when, CostKind kind, string? list)
    {
        var shape = RuleShapes.Of(Rule(when), Names);

        Assert.Equal(("r.a", kind, list), (shape.Id, shape.Kind, shape.List));
    }

    [Theory]
    [InlineData("""{ "anyOf": ["lost", "@short"] }""", true)]
    [InlineData("""{ "allOf": ["lost", "=it"] }""", true)]
    [InlineData("""{ "all": [{ "contains": ["lost"] }], "none": [{ "anyOf": ["found"] }] }""", true)]
    [InlineData("""{ "use": "pattern" }""", true)]
    [InlineData("""{ "anyOf": ["w7"] }""", false)]
    [InlineData("""{ "all": [{ "anyOf": ["lost"] }], "none": [{ "anyOf": ["it"] }] }""", false)]
    public void Loop_OfARule_FindsStrings(string when, bool isFound)
    {
        var loop = new HandLoop([RuleShapes.Of(Rule(when), Names)]);

        Assert.Single(loop.Covered);
        Assert.Equal(isFound ? 1 : 0, loop.Find(new Issue { Id = "1", Text = "I LOST it, a key" }));
    }

    [Theory]
    [InlineData("""{ "near": ["a", "b"], "within": 3 }""")]
    [InlineData("""{ "anyOf": ["a"], "except": ["a b"] }""")]
    [InlineData("""{ "anyOf": ["cannot @short"] }""")]
    [InlineData("""{ "anyOf": ["@strict"] }""")]
    [InlineData("""{ "all": [{ "anyOf": ["a"] }, { "fact": "f", "exists": true }] }""")]
    [InlineData("""{ "use": "unknown" }""")]
    public void Loop_OfWhatIsMoreThanStrings_LeavesTheRuleOut(string when) =>
        Assert.Empty(new HandLoop([RuleShapes.Of(Rule(when), Names)]).Covered);

    private static JObject Rule(string when) => new() { ["id"] = "r.a", ["when"] = JObject.Parse(when) };
}
