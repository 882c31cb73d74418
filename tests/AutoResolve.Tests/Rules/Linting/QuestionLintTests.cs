using AutoResolve.Rules;
using AutoResolve.Rules.Linting;

namespace AutoResolve.Tests.Rules.Linting;

/// <summary>What lint says of questions, beside the examples of its pages: what it must find, and what it must leave alone.</summary>
public sealed class QuestionLintTests
{
    private const string Waits = """[ { "question": "os", "blocking": true } ]""";

    [Theory]
    [InlineData("""{ "anyOf": ["a"] }""", """{ "en": "Wait." }""", "{}", LintCodes.WaitsInVain)]
    [InlineData("""{ "any": [ { "anyOf": ["a"] }, { "field": "OSKIND", "equals": "phone" } ] }""", """{ "en": "Wait." }""", "{}", null)]
    [InlineData(
        """{ "all": [ { "anyOf": ["a"] } ], "none": [ { "field": "osKind", "exists": true } ] }""",
        """{ "en": "Wait." }""",
        "{}",
        null
    )]
    [InlineData("""{ "anyOf": ["a"] }""", """{ "en": "Wait, {{ issue.fields.osKind }}." }""", "{}", null)]
    [InlineData("""{ "anyOf": ["a"] }""", """{ "en": "Wait." }""", """{ "kind": "{{ issue.fields.osKind }}" }""", null)]
    public void BlockingQuestion_IsWorthItWhereARuleReadsIt(string when, string answer, string with, string? code) =>
        AssertFound(
            code,
            LintCodes.WaitsInVain,
            when,
            $$"""{ "outcome": "fix", "answer": {{answer}}, "actions": [ { "do": "d", "with": {{with}} } ], "ask": {{Waits}} }"""
        );

    [Theory]
    [InlineData("""{ "field": "deviceKind", "exists": true }""", LintCodes.NeverOpen)]
    [InlineData("""{ "field": "DeviceKind", "equals": ["phone", "tablet"] }""", LintCodes.NeverOpen)]
    [InlineData(
        """{ "all": [ { "anyOf": ["a"] }, { "any": [ { "field": "deviceKind", "equals": "b" }, { "use": "known" } ] } ] }""",
        LintCodes.NeverOpen
    )]
    [InlineData("""{ "field": "deviceKind", "exists": false }""", null)]
    [InlineData("""{ "field": "deviceKind", "equals": ["", "phone"] }""", null)]
    [InlineData("""{ "any": [ { "anyOf": ["a"] }, { "field": "deviceKind", "equals": "b" } ] }""", null)]
    [InlineData("""{ "all": [ { "anyOf": ["a"] } ], "none": [ { "field": "deviceKind", "exists": true } ] }""", null)]
    [InlineData("""{ "anyOf": ["iphone"] }""", LintCodes.NeverOpen)]
    [InlineData("""{ "allOf": ["a", "iPhone"] }""", LintCodes.NeverOpen)]
    [InlineData("""{ "all": [ { "use": "phones" }, { "anyOf": ["a"] } ] }""", LintCodes.NeverOpen)]
    [InlineData("""{ "any": [ { "anyOf": ["iphone"] }, { "anyOf": ["android"] } ] }""", LintCodes.NeverOpen)]
    [InlineData("""{ "any": [ { "anyOf": ["iphone"] }, { "anyOf": ["laptop"] } ] }""", null)]
    [InlineData("""{ "anyOf": ["iphone", "laptop"] }""", null)]
    [InlineData("""{ "anyOf": ["iphone"], "in": "everything" }""", null)]
    public void Question_WhoseAnswerIsAlwaysThere_IsFound(string when, string? code) =>
        AssertFound(code, LintCodes.NeverOpen, when, """{ "outcome": "route", "ask": ["device"] }""");

    [Fact]
    public void Question_AskedTwice_IsFound() =>
        AssertFound(
            LintCodes.NeverOpen,
            LintCodes.NeverOpen,
            """{ "anyOf": ["a"] }""",
            """{ "outcome": "route", "ask": ["device", "device"] }"""
        );

    [Theory]
    [InlineData("""{ "outcome": "ignore", "tier": 1, "tags": ["t"], "note": "n" }""")]
    [InlineData(
        """{ "outcome": "ignore", "answer": { "en": "a" }, "team": "t", "actions": [ { "do": "d" } ] }""",
        "answer",
        "team",
        "actions"
    )]
    [InlineData(
        """{ "outcome": "answer", "answer": { "en": "a" }, "answerToAgent": { "en": "b" }, "whenAllTried": { "outcome": "route" } }"""
    )]
    [InlineData(
        """
            { "outcome": "fix", "actions": [ { "do": "d" } ], "undoOnFailure": true, "ask": ["device"],
              "whenAllTried": { "outcome": "route" } }
            """
    )]
    [InlineData(
        """{ "outcome": "route", "answerToAgent": { "en": "b" }, "undoOnFailure": true, "whenAllTried": { "outcome": "escalate" } }""",
        "answerToAgent",
        "undoOnFailure",
        "whenAllTried"
    )]
    [InlineData(
        """
            { "outcome": "escalate", "steps": [ { "id": "s", "say": { "en": "a" }, "sayToAgent": { "en": "b" } } ],
              "undoOnFailure": false, "whenAllTried": { "outcome": "escalate" } }
            """
    )]
    public void Keys_ThatDoNothing_AreFound(string then, params string[] keys) =>
        Assert.Equal(keys, Find(LintCodes.DeadKey, """{ "anyOf": ["a"] }""", then).Select(diagnostic => diagnostic.Message.Split('\'')[3]));

    [Theory]
    [InlineData("""{ "outcome": "escalate", "team": "t", "tier": 1, "tags": ["t"], "note": "n" }""")]
    [InlineData(
        """{ "outcome": "escalate", "answer": { "en": "a" }, "ask": ["device"], "actions": [ { "do": "d" } ] }""",
        "answer",
        "ask",
        "actions"
    )]
    [InlineData(
        """{ "outcome": "escalate", "steps": [ { "id": "s", "say": { "en": "a" } } ], "whenAllTried": { "outcome": "escalate" } }""",
        "steps",
        "whenAllTried"
    )]
    public void Keys_OfAGuardThatDoNothing_AreFound(string then, params string[] keys) =>
        Assert.Equal(
            keys,
            Find(LintCodes.DeadKey, """{ "anyOf": ["a"] }""", then, "\"guard\": true,")
                .Select(diagnostic => diagnostic.Message.Split('\'')[3])
        );

    [Theory]
    [InlineData("""{ "outcome": "ask", "ask": ["device"] }""", true)]
    [InlineData("""{ "outcome": "ask", "ask": ["device", { "question": "os", "blocking": true }] }""", false)]
    [InlineData("""{ "outcome": "route", "ask": ["device"] }""", false)]
    public void OutcomeAsk_WaitsForSomething(string then, bool found) =>
        AssertFound(found ? LintCodes.AsksNothing : null, LintCodes.AsksNothing, """{ "anyOf": ["a"] }""", then);

    [Theory]
    [InlineData("""{ "field": "osKind", "equals": "Windows " }""", false)]
    [InlineData("""{ "field": "osKind", "in": ["windows", "beos"] }""", true)]
    [InlineData("""{ "field": "osKind", "startsWith": "beos" }""", false)]
    [InlineData("""{ "field": "deviceKind", "equals": "beos" }""", false)]
    public void Field_OfChoices_IsComparedWithChoices(string when, bool found) =>
        AssertFound(found ? LintCodes.NoSuchChoice : null, LintCodes.NoSuchChoice, when, """{ "outcome": "route" }""");

    [Fact]
    public void Texts_ForAgents_AreLookedAtLikeOthersButMaySpeakOfTheDesk()
    {
        Assert.Equal(
            [LintCodes.WrittenOutContact, LintCodes.MissingLanguage],
            Find(
                    "AR20",
                    """{ "anyOf": ["a"] }""",
                    """
                    { "outcome": "answer", "answer": { "en": "Wait.", "es": "Espere." },
                      "answerToAgent": { "en": "Escalate it: 800-555-0100." } }
                    """
                )
                .Select(diagnostic => diagnostic.Code)
                .Where(code => code is LintCodes.WrittenOutContact or LintCodes.MissingLanguage or LintCodes.NotForCustomers)
        );
    }

    private static void AssertFound(string? code, string about, string when, string then) =>
        Assert.Equal(code is null ? [] : [code], Find(about, when, then).Select(diagnostic => diagnostic.Code));

    [Theory]
    [InlineData("""{ "field": "osKnd", "equals": "linux" }""", "osKnd")]
    [InlineData("""{ "field": "oskinds", "equals": "linux" }""", "oskinds")]
    [InlineData("""{ "field": "soKind", "equals": "linux" }""", "soKind")]
    [InlineData("""{ "any": [ { "field": "osKnd", "exists": true }, { "field": "osKind", "equals": "linux" } ] }""", null)]
    [InlineData("""{ "field": "deviceKind", "equals": "phone" }""", null)]
    [InlineData("""{ "field": "browser", "equals": "firefox" }""", null)]
    [InlineData("""{ "anyOf": ["a"] }""", null)]
    public void Question_WhoseFieldIsWrittenAsNoRuleReadsIt_IsFound(string when, string? meant)
    {
        var found = Find(LintCodes.MisspeltField, when, """{ "outcome": "route", "ask": ["os"] }""").SingleOrDefault();

        Assert.Equal(meant, found?.Suggestion);
    }

    private static IEnumerable<Diagnostic> Find(string codes, string when, string then, string keys = "")
    {
        var set = RuleFiles.Read(
            RuleFiles.Rule(
                when,
                then,
                set: keys
                    + """
                     "handlers": { "d": "Does" },
                     "conditions": { "phones": { "anyOf": ["android"] }, "known": { "field": "deviceKind", "exists": true } },
                     "questions": {
                       "device": { "say": { "en": "Which?" }, "field": "deviceKind",
                         "answeredWhen": { "any": [ { "anyOf": ["iphone", "android"] }, { "regex": "x+" } ] } },
                       "os": { "say": { "en": "Which?" }, "field": "osKind",
                         "choices": [ { "value": "windows", "say": { "en": "W" } },
                         { "value": "linux", "say": { "en": "L" } } ] }
                     },
                    """
            )
        );
        List<Diagnostic> diagnostics = [];
        RulebookLinter.Lint(new LintContext([set], new DateOnly(2026, 11, 23), "en"), diagnostics, threads: 2);
        return diagnostics.Where(diagnostic => diagnostic.Code.StartsWith(codes, StringComparison.Ordinal));
    }
}
