using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AutoResolve.Decisions;

namespace AutoResolve.Tests.Decisions;

/// <summary>What is given away is plain data: equal by value, the same after JSON, and holding nothing of the rulebook.</summary>
public sealed class PlainDataTests
{
    private const string Fixes = """
        { "outcome": "fix", "actions": [{ "do": "notify", "with": { "list": [1, 2.5, true, null, { "a": "b" }] } }] }
        """;

    private static readonly Issue Issue = SomeRules.Issue("alpha beta", channel: "web");

    [Fact]
    public void Json_RoundTrip_GivesAnEqualValue()
    {
        var explanation = Load().Explain(Issue);
        var disposition = new Disposition
        {
            Resolution = Full(),
            Outcome = Outcome.Escalated,
            Summary = "Why.",
            Actions = Full().Handover!.Actions,
            Handover = Full().Handover,
        };

        AssertSurvives(explanation);
        AssertSurvives(explanation.Resolution);
        AssertSurvives(Full());
        AssertSurvives(Full().Handover!);
        AssertSurvives(disposition);
    }

    [Fact]
    public void Json_Enums_AreNames()
    {
        var json = JsonSerializer.Serialize(Load().Decide(Issue));

        Assert.Contains("\"Outcome\":\"Fixed\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Status\":\"Active\"", json, StringComparison.Ordinal);
        Assert.All(
            typeof(Resolution).Assembly.GetExportedTypes().Concat(typeof(Rulebook).Assembly.GetExportedTypes()).Where(type => type.IsEnum),
            type =>
            {
                var first = Enum.GetValues(type).GetValue(0);
                Assert.Equal($"\"{first}\"", JsonSerializer.Serialize(first, type));
            }
        );
    }

    [Fact]
    public void Equal_SameContent_WhateverTheLists()
    {
        Assert.Equal(Full(), Full());
        Assert.Equal(Full().GetHashCode(), Full().GetHashCode());
        Assert.Equal(Load().Explain(Issue), Load().Explain(Issue));
        Assert.NotEqual(Full(), Full() with { Tags = ["other"] });
        Assert.NotEqual(Full(), Full() with { Actions = [new PlannedAction { Handler = "notify", Parameters = Values("1") }] });
    }

    [Fact]
    public void Lists_ChangedByWhoGaveThem_StayAsTheyWere()
    {
        List<string> tags = ["a"];
        var resolution = Full() with { Tags = tags };

        tags.Add("b");

        Assert.Equal(["a"], resolution.Tags);
        Assert.Empty((Full() with { Tags = null! }).Tags);
    }

    [Theory]
    [InlineData(typeof(Resolution))]
    [InlineData(typeof(Handover))]
    [InlineData(typeof(Explanation))]
    [InlineData(typeof(Disposition))]
    public void Type_HasNothingHidden(Type type)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        string[] computed = [nameof(Resolution.Type), nameof(Disposition.IsDuplicate)];

        Assert.All(type.GetProperties(Any).Where(property => property.Name != "EqualityContract"), property =>
            Assert.True(
                property.GetMethod!.IsPublic && (computed.Contains(property.Name) || property.SetMethod is { IsPublic: true }),
                property.Name
            )
        );
        Assert.All(type.GetFields(Any), field => Assert.DoesNotContain("Lazy", field.FieldType.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Resolution_Held_LetsTheRulebookGo()
    {
        var (held, rulebook) = Decide();

        for (var round = 0; round < 10 && rulebook.IsAlive; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(rulebook.IsAlive);
        Assert.NotEmpty(held);

        // Not in the caller, whose locals live on in a debug build.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static (object[] Held, WeakReference Rulebook) Decide()
        {
            var rulebook = Load();
            return (
                [rulebook.Decide(Issue), rulebook.Explain(Issue), rulebook.HandOver(Issue, new HandoverFormBuilder(text => text))],
                new WeakReference(rulebook.Program)
            );
        }
    }

    private static Rulebook Load() =>
        SomeRules.Load(
            SomeRules.Set(
                "one",
                """ "handlers": { "notify": "Tells." }, """,
                SomeRules.Rule("fixes", Fixes, more: "\"priority\": 9,"),
                SomeRules.Rule("loses"),
                SomeRules.Rule("misses", when: """{ "all": [ { "anyOf": ["beta"] }, { "anyOf": ["gamma"] } ] }"""),
                SomeRules.Rule("sketch", status: "draft"),
                SomeRules.Rule("also", """{ "tags": ["x"], "note": "Be kind." }""", more: "\"also\": true,"),
                SomeRules.Rule("trial", status: "suggest")
            )
        );

    private static Resolution Full() =>
        new()
        {
            IssueId = "1",
            Outcome = Outcome.Routed,
            Reason = ResolutionReason.RuleMatched,
            Summary = "Why.",
            Rule = new RuleReference
            {
                Id = "a",
                Version = 1,
                Title = "A",
                Type = "a/b",
                Owner = "team",
                Status = RuleStatus.Suggest,
            },
            Team = "team",
            Tier = 2,
            Answer = new Answer
            {
                Text = "Try.",
                Locale = "en",
                Steps = [new AnswerStep("s", "Do.")],
                Format = AnswerFormat.Html,
            },
            Tried = ["s"],
            Questions = [new Question("q", "f", "Which?")],
            Actions = [new PlannedAction { Handler = "notify", Parameters = Values(1L) }],
            Tags = ["a", "b"],
            Notes = ["n"],
            Facts = [new FactLookup("incident", "7", null)],
            Remarks = ["r"],
            Handover = new Handover
            {
                Summary = "Why.",
                Team = "team",
                Form = [new HandoverSection("Title", "Text")],
                Actions =
                [
                    new ActionReport
                    {
                        Handler = "notify",
                        Key = "k",
                        State = ActionState.InDoubt,
                        Elapsed = TimeSpan.FromSeconds(1),
                    },
                ],
            },
            RulebookRevision = "r1",
        };

    private static Dictionary<string, object?> Values(object first) =>
        new()
        {
            ["first"] = first,
            ["list"] = new List<object?> { "a", 2.5, 3.0, true, null },
            ["map"] = new Dictionary<string, object?> { ["b"] = false },
        };

    private static void AssertSurvives<T>(T value)
    {
        var json = JsonSerializer.Serialize(value);

        var read = JsonSerializer.Deserialize<T>(json);

        Assert.Equal(value, read);
        Assert.Equal(json, JsonSerializer.Serialize(read));
    }
}
