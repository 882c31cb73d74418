using System.Text;
using AutoResolve.Rules;
using AutoResolve.Rules.Formatting;
using CsCheck;
using Snapshooter.Xunit;

namespace AutoResolve.Tests.Rules.Formatting;

public sealed class RuleFileUpgraderTests
{
    private const string Old = """
        // rules of an earlier day
        { "set": "labs", "title": "Labs", "owner": "records",
          "questions": { "which": { "say": { "en": "Which?" } } },
          "rules": [
            {
              "id": "labs.missing", "title": "Missing", "type": "labs/missing", "status": "active",
              "when": { "anyOf": ["labs"] },
              "then": { "outcome": /* for now */ "ask", "ask": ["which"], // one
                "team": "records" },
              "tests": [
                { "text": "labs", "match": true, "outcome":   "asked" },
                { "text": "labs", "fields": { "which": "CBC" }, "match": true, "outcome": "routed" }
              ]
            },
            {
              "id": "labs.steps", "title": "Steps", "type": "labs/steps", "status": "active",
              "when": { "anyOf": ["steps"] },
              "then": {
                "outcome": "answer", "steps": [ { "id": "reload", "say": { "en": "Reload." } } ], "ask": ["which"],
                "whenAllTried": { "outcome": "route" }
              },
              "tests": [ { "text": "steps", "tried": ["reload"], "match": true, "outcome": "asked" } ]
            },
            {
              "id": "labs.waits", "title": "Waits", "type": "labs/waits", "status": "active",
              "when": { "anyOf": ["waits"] },
              "then": { "outcome": "ask", "ask": [ { "question": "which", "blocking": true } ] },
              "tests": [ { "text": "waits", "match": true, "outcome": "asked" } ]
            }
          ]
        }
        """;

    private static readonly Gen<string> Thens = Gen.Select(
        OneOf("answer", "fix", "ask", "route", "escalate"),
        OneOf(
            "",
            """, "ask": ["which"]""",
            """, "ask": ["which", { "question": "when" }]""",
            """, "ask": ["which", { "question": "when", "blocking": true }]"""
        ),
        OneOf("", """, "whenAllTried": { "outcome": "route" }""", """, "whenAllTried": { "outcome": "escalate" }"""),
        (outcome, ask, last) =>
            $$"""
                { "outcome": "{{outcome}}", "answer": { "en": "a" }, "steps": [ { "id": "one", "say": { "en": "b" } } ],
                  "actions": [ { "do": "d" } ]{{(
                    outcome == "ask" && ask.Length == 0 ? """, "ask": ["which"]""" : ask
                )}}{{last}} }
                """
    );

    private static readonly Gen<string> Files = Gen.Select(Thens, Gen.Bool, (then, guard) => RuleFiles.Rule(
            then: guard ? """{ "outcome": "escalate", "ask": ["which"] }""" : then,
            more: """
            "tests": [ { "match": true, "outcome": "asked" }, { "tried": ["One"], "match": true, "outcome": "asked" },
              { "match": true, "outcome": "answered" }, { "match": false } ],
            """,
            set: guard ? """ "guard": true,""" : ""
        ));

    [Fact]
    public void Upgrade_Table_StaysAsItIs()
    {
        var file = RuleFiles.File(
            """
            { "rules": [ { "id": "s.<id>", "then": { "outcome": "ask", "ask": "<ask>" },
              "rows": [ { "id": "a", "ask": [ { "question": "which", "blocking": true } ] } ] } ] }
            """
        );

        Assert.Empty(RuleFileFormatter.Format(file, upgrade: true).Rewordings);
    }

    [Fact]
    public void Upgrade_OldWords_KeepsAllElse()
    {
        var (text, words) = Upgrade(Old);

        var changes = words.Select(word => $"{word.Position.Line}:{word.Position.Column} {word.What}: {word.Before} > {word.After}");
        Snapshot.Match($"{text}\n\n{string.Join('\n', changes)}\n");
    }

    [Fact]
    public void Upgrade_Guard_ExpectsWhatGuardsDo()
    {
        var file = RuleFiles.Rule(
            then: """{ "outcome": "escalate", "ask": ["which"] }""",
            more: """ "tests": [ { "match": true, "outcome": "asked" } ],""",
            set: """ "guard": true,"""
        );

        Assert.Equal(["escalated"], Upgrade(file).Words.Select(word => word.After));
    }

    [Fact]
    public void Upgrade_Twice_ChangesNothingMore() =>
        Files
            .SelectMany(RuleTokens.Shaken)
            .Sample(json =>
            {
                var once = Upgrade(json).Text;
                Assert.Equal((once, 0), (Upgrade(once).Text, Upgrade(once).Words.Count));
            });

    [Fact]
    public void Upgrade_AnyRules_ChangesTheWordsAndNothingElse() =>
        Files
            .SelectMany(RuleTokens.Shaken)
            .Sample(json =>
            {
                var (before, after) = (RuleFiles.Read(json), RuleFiles.Read(Upgrade(json).Text));
                var (rule, now) = (before.Rules.Single(), after.Rules.Single());
                var waits = rule.Then.Ask.Any(asked => asked.IsBlocking);
                var expected = before with
                {
                    Rules =
                    [
                        rule with
                        {
                            Then = rule.Then with
                            {
                                Outcome = rule.Then.Outcome == RuleOutcome.Ask && !waits ? RuleOutcome.Route : rule.Then.Outcome,
                            },
                            Tests =
                            [
                                .. rule.Tests.Zip(now.Tests, (old, renewed) =>
                                    old.Outcome == Outcome.Asked ? old with { Outcome = renewed.Outcome } : old
                                ),
                            ],
                        },
                    ],
                };
                Assert.Equal(RuleSetText.Of(expected), RuleSetText.Of(after));
                Assert.Equal(waits || rule.Then.Ask.Count == 0, now.Tests.Any(test => test.Outcome == Outcome.Asked));
            });

    [Theory]
    [InlineData("[]")]
    [InlineData(
        """
            { "rules": [ 1, { "then": 2 }, { "then": { "ask": 3, "outcome": "ask" }, "tests": { } },
              { "then": { "ask": ["a"] }, "tests": [ 4, { "outcome": "asked" } ] } ] }
            """
    )]
    public void Upgrade_StrangeFile_IsNotBroken(string json) => Assert.NotNull(RuleFileUpgrader.Upgrade(RuleFiles.File(json), []));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(number => texts[number]);

    private static (string Text, IReadOnlyList<Rewording> Words) Upgrade(string json)
    {
        var diagnostics = new List<Diagnostic>();
        var upgraded = RuleFileUpgrader.Upgrade(RuleFiles.File(json), diagnostics)!;
        Assert.Empty(diagnostics);
        return (Encoding.UTF8.GetString(upgraded.File.Content.Span), upgraded.Rewordings);
    }
}
