using System.Text;
using AutoResolve.Insights.Costs;
using AutoResolve.Rules;
using AutoResolve.Sources;

namespace AutoResolve.Insights.Tests.Costs;

public sealed class RulebookCostsTests
{
    private const string Rules = """
        {
          "set": "keys", "title": "Keys", "owner": "desk",
          // A comment, as rule files have them.
          "rules": [
            { "id": "keys.lost", "title": "Lost", "type": "keys/lost", "status": "active",
              "when": { "anyOf": ["lost key"] }, "then": { "outcome": "route", "team": "desk" } },
            { "id": "keys.code-<id>", "title": "Code <code>", "type": "keys/code", "status": "active",
              "rows": [{ "id": "a", "code": "105" }, { "id": "b", "code": "106", "status": "shadow" }],
              "when": { "anyOf": ["code <code>"] }, "then": { "outcome": "route", "team": "desk" } },
            { "id": "keys.no-letter", "title": "No letter", "type": "keys/none", "status": "active",
              "when": { "regex": "[0-9]" }, "then": { "outcome": "route", "team": "desk" } },
            { "id": "keys.draft", "title": "Draft", "type": "keys/draft", "status": "draft",
              "when": { "anyOf": ["draft"] }, "then": { "outcome": "route", "team": "desk" } }
          ]
        }
        """;

    private static readonly RuleFileSet Files = new([new RuleFile("keys.json", Encoding.UTF8.GetBytes(Rules))]);

    private static readonly Issue[] Issues =
    [
        new() { Id = "1", Text = "I lost a key, it says code 105" },
        new() { Id = "2", Text = "code 106 and a lost key" },
    ];

    [Fact]
    public async Task Measure_Rules_TellsEachOperationAndEachRuleOnce()
    {
        var report = await RulebookCosts.MeasureAsync(
            Files,
            Issues,
            costs: new CostOptions
            {
                Turn = TimeSpan.FromMilliseconds(1),
                Rounds = 2,
                MaxSearch = TimeSpan.FromSeconds(5),
            }
        );

        Assert.Equal((2, 3), (report.Issues, report.Rules));
        Assert.Equal(Enum.GetValues<CostOperation>(), report.Operations.Select(cost => cost.Operation));
        Assert.All(report.Operations, cost => Assert.True(cost is { Microseconds: > 0, FirstMicroseconds: > 0, FirstCalls: > 0 }));
        Assert.Equal(
            ["keys.code-<id>", "keys.lost", "keys.no-letter"],
            report.Parts.SelectMany(part => part.Rules).Order(StringComparer.Ordinal)
        );
        Assert.Equal(CostKind.NotIndexed, report.Parts.Single(part => part.Rules.Contains("keys.no-letter")).Kind);
        Assert.InRange(report.Explained, 0, 1);
        Assert.Equal(2, report.Loop!.Rules);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Measure_RulesThatAskClassifiers_TellsEachClassifierOnce(bool isShared)
    {
        const string Learnt = """
            { "set": "learnt", "title": "Learnt", "owner": "desk",<shared>
              "classifiers": { "myMatters": { "labels": { "lost": 0, "other": 0 }, "words": ["lost 10 1:90", "code 10 2:90"] },
                               "unasked": { "labels": { "one": 0, "other": 0 }, "words": ["lost 10 1:90"] } }<rules> }
            """;
        var rules = """
            "rules": [ { "id": "<set>.like", "title": "Like", "type": "keys/like", "status": "active",
              "when": { "readsLike": "lost", "by": "myMatters", "sure": 60 }, "then": { "outcome": "route", "team": "desk" } } ]
            """;
        string[] texts = isShared
            ?
            [
                Learnt.Replace("<shared>", "\"shared\": true,").Replace("<rules>", ""),
                $$"""{ "set": "keys", "title": "Keys", "owner": "desk", {{rules.Replace("<set>", "keys")}} }""",
            ]
            : [Learnt.Replace("<shared>", "").Replace("<rules>", ", " + rules.Replace("<set>", "learnt"))];
        var files = new RuleFileSet([.. texts.Select((text, number) => new RuleFile($"{number}.json", Encoding.UTF8.GetBytes(text)))]);

        var report = await RulebookCosts.MeasureAsync(
            files,
            Issues,
            costs: new CostOptions
            {
                Turn = TimeSpan.FromMilliseconds(1),
                Rounds = 2,
                MaxSearch = TimeSpan.FromSeconds(5),
            }
        );

        Assert.Equal("myMatters", Assert.Single(report.Parts, part => part.Kind == CostKind.Classifier).List);
        Assert.All(report.Parts, part => Assert.True(part is { Microseconds: >= 0, Share: >= 0 }));
        Assert.Equal(1, report.Rules);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_SomeRules_LeavesTheOthersOutWithTheirRows(bool isExact)
    {
        var subsets = new RuleSubsets(Files, new RulebookOptions(), isExact);

        Assert.Equal(["lost"], Found(subsets.Only(subsets.Rules.Where(rule => rule.Id == "keys.lost"))));
        Assert.Equal(["code-a", "code-b"], Found(subsets.Only(subsets.Rules.Where(rule => rule.Json["rows"] is not null))));
        Assert.Empty(Found(subsets.Only([])));
        Assert.Empty(Found(subsets.OnlyProbe()));
        Assert.Equal(["code-a", "code-b", "lost", "no-letter"], Found(subsets.Only(subsets.Rules)));
    }

    [Fact]
    public async Task Measure_NoIssue_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => RulebookCosts.MeasureAsync(Files, []));

    [Fact]
    public async Task Measure_BrokenRules_SaysWhy()
    {
        var files = new RuleFileSet([new RuleFile("keys.json", Encoding.UTF8.GetBytes(Rules.Replace("\"lost key\"", "\"@nowhere\"")))]);

        var exception = await Assert.ThrowsAsync<RulebookException>(() => RulebookCosts.MeasureAsync(files, Issues));

        Assert.Contains("nowhere", exception.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Found(Rulebook rulebook)
    {
        List<RuleReference> found = [];
        foreach (var issue in Issues)
            rulebook.FindMatches(issue, found);
        return found.Select(rule => rule.Id["keys.".Length..]).Distinct().Order(StringComparer.Ordinal);
    }
}
