using System.Text;
using AutoResolve.Json.Reading;

namespace AutoResolve.Tests.Rules.Schema;

/// <summary>The editor and the reader must say the same of a file.</summary>
public sealed class SchemaAgreementTests
{
    /// <summary>What a schema cannot say.</summary>
    private static readonly Dictionary<string, string> BeyondSchema = new()
    {
        [ReadingCodes.Syntax] = "The schema sees a file only when it is JSON.",
        [ReadingCodes.DuplicateKey] = "An editor's JSON reader keeps one of the two and warns on its own.",
        [ReadingCodes.DuplicateStep] = "Uniqueness of one key among the entries of a list.",
        [ReadingCodes.DuplicateChoice] = "Uniqueness of one key among the entries of a list.",
        [ReadingCodes.MissingValue] = "What values rows have and rules take, only the whole table shows.",
        [ReadingCodes.UnusedValue] = "What values rows have and rules take, only the whole table shows.",
        [ReadingCodes.BadValue] = "Where a value is put, only the whole table shows.",
        [ReadingCodes.UnknownStep] = "Needs all files.",
        [ReadingCodes.UnknownPractice] = "Needs all files.",
        [ReadingCodes.DuplicateTeam] = "Uniqueness of one key among the entries of a list.",
        [ReadingCodes.DuplicateRule] = "Needs all files.",
        [ReadingCodes.DuplicateSet] = "Needs all files.",
        [ReadingCodes.SharedName] = "Needs all files.",
        [ReadingCodes.BadSupersedes] = "Needs all files.",
        [ReadingCodes.SecondDesk] = "Needs all files.",
        [ReadingCodes.SecondProfile] = "Needs all files.",
        [ReadingCodes.UnknownTimeZone] = "Which zones there are the machine knows.",
        [ReadingCodes.DuplicatePath] = "Needs all files.",
        [ReadingCodes.BadPath] = "The schema does not see where a file is.",
    };

    public static TheoryData<string> Pages => [.. DiagnosticPage.Codes.Where(code => code.StartsWith("AR1", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Example_OfPage_IsBadForTheSchemaWhereItCanTell(string code)
    {
        foreach (var file in DiagnosticPage.Read(code).Files.Where(_ => code != ReadingCodes.Syntax))
            Assert.Equal(BeyondSchema.ContainsKey(code), RuleSchema.Problems(Encoding.UTF8.GetString(file.Content.Span)).Length == 0);
    }

    [Fact]
    public void Schema_WholeFormat_IsGood() => Assert.Equal("", RuleSchema.Problems(RuleFiles.Full));

    [Theory]
    [InlineData("""{ "anyOf": ["a"] }""")]
    [InlineData("""{ "allOf": ["a"], "in": "title" }""")]
    [InlineData("""{ "near": ["a", "b"], "within": 3 }""")]
    [InlineData("""{ "near": ["a", "b"], "within": 3, "typos": false, "denied": true }""")]
    [InlineData("""{ "all": [ { "any": [ { "none": [ { "use": "x" } ] } ] } ] }""")]
    [InlineData("""{ "field": "f", "equals": "" }""")]
    [InlineData("""{ "field": "f", "equals": ["", "a"], "x-why": 1 }""")]
    [InlineData("""{ "field": "f", "before": "2026-02-28T10:00Z" }""")]
    [InlineData("""{ "field": "f", "near": ["a", "b"], "within": 1 }""")]
    [InlineData("""{ "fact": "f", "atLeast": -1.5e3 }""")]
    [InlineData("""{ "readsLike": "a", "by": "b", "sure": 60 }""")]
    [InlineData("""{ "readsUnlike": ["a", "b"], "by": "b", "sure": 99, "in": "title" }""")]
    [InlineData("""{ "readsLike": "a", "by": "b", "sure": 60, "window": 8 }""")]
    [InlineData("""{ "readsUnlike": "a", "by": "b", "sure": 60, "window": 200 }""")]
    [InlineData("""{ "expression": "true" }""")]
    [InlineData("""{ "x-mine": { "anything": [null] }, "regex": "a" }""")]
    public void When_Good_IsGoodForBoth(string when) => AssertGood(RuleFiles.Rule(when));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"a\"")]
    [InlineData("null")]
    [InlineData("""{ "x-mine": 1 }""")]
    [InlineData("""{ "anyof": ["a"] }""")]
    [InlineData("""{ "anyOf": "a" }""")]
    [InlineData("""{ "anyOf": [] }""")]
    [InlineData("""{ "anyOf": [""] }""")]
    [InlineData("""{ "anyOf": [" \t"] }""")]
    [InlineData("""{ "anyOf": [1] }""")]
    [InlineData("""{ "anyOf": ["a"], "allOf": ["b"] }""")]
    [InlineData("""{ "anyOf": ["a"], "all": [ { "anyOf": ["b"] } ] }""")]
    [InlineData("""{ "anyOf": ["a"], "within": 3 }""")]
    [InlineData("""{ "anyOf": ["a"], "in": "subject" }""")]
    [InlineData("""{ "near": ["a", "b"] }""")]
    [InlineData("""{ "near": ["a"], "within": 3 }""")]
    [InlineData("""{ "near": ["a", "b"], "within": 0 }""")]
    [InlineData("""{ "near": ["a", "b"], "within": "3" }""")]
    [InlineData("""{ "within": 3 }""")]
    [InlineData("""{ "all": [] }""")]
    [InlineData("""{ "all": { "anyOf": ["a"] } }""")]
    [InlineData("""{ "any": [ { "none": [ {} ] } ] }""")]
    [InlineData("""{ "use": 1 }""")]
    [InlineData("""{ "anyOf": ["a"], "typos": "no" }""")]
    [InlineData("""{ "contains": ["a"], "typos": false }""")]
    [InlineData("""{ "field": "f", "anyOf": ["a"], "denied": true }""")]
    [InlineData("""{ "readsLike": "a", "by": "b" }""")]
    [InlineData("""{ "readsLike": "a", "sure": 60 }""")]
    [InlineData("""{ "readsLike": [], "by": "b", "sure": 60 }""")]
    [InlineData("""{ "readsLike": "a", "by": "b", "sure": 100 }""")]
    [InlineData("""{ "readsLike": "a", "by": "b", "sure": 0 }""")]
    [InlineData("""{ "readsLike": "a", "by": "b", "sure": 60.5 }""")]
    [InlineData("""{ "readsLike": "a", "by": "b", "sure": 60, "window": 7 }""")]
    [InlineData("""{ "readsUnlike": "a", "by": "b", "sure": 60, "window": 201 }""")]
    [InlineData("""{ "readsLike": "a", "by": "b", "sure": 60, "window": "8" }""")]
    [InlineData("""{ "anyOf": ["a"], "window": 8 }""")]
    [InlineData("""{ "readsLike": "a", "readsUnlike": "a", "by": "b", "sure": 60 }""")]
    [InlineData("""{ "readsUnlike": "a", "by": "b", "sure": 60, "typos": false }""")]
    [InlineData("""{ "by": "b" }""")]
    [InlineData("""{ "field": "f", "readsLike": "a", "by": "b", "sure": 60 }""")]
    [InlineData("""{ "contains": "a" }""")]
    [InlineData("""{ "regex": ["a"] }""")]
    [InlineData("""{ "field": "f" }""")]
    [InlineData("""{ "field": "f", "equal": "a" }""")]
    [InlineData("""{ "field": "f", "equals": [] }""")]
    [InlineData("""{ "field": "f", "equals": 2 }""")]
    [InlineData("""{ "field": "f", "in": "a" }""")]
    [InlineData("""{ "field": "f", "contains": "" }""")]
    [InlineData("""{ "field": "f", "within": 2, "exists": true }""")]
    [InlineData("""{ "field": "f", "exists": "true" }""")]
    [InlineData("""{ "field": "f", "atLeast": "1" }""")]
    [InlineData("""{ "field": "f", "before": "yesterday" }""")]
    [InlineData("""{ "field": "f", "fact": "g", "exists": true }""")]
    [InlineData("""{ "field": "f", "exists": true, "use": "x" }""")]
    [InlineData("""{ "equals": "a" }""")]
    [InlineData("""{ "expression": "" }""")]
    public void When_Bad_IsBadForBoth(string when) => AssertBad(RuleFiles.Rule(when));

    [Theory]
    [InlineData("""{ "outcome": "answer", "answer": { "en": "a", "es-MX": "b" } }""")]
    [InlineData("""{ "outcome": "answer", "steps": [ { "id": "a", "say": { "en": "b" } } ] }""")]
    [InlineData("""{ "outcome": "fix", "actions": [ { "do": "a", "with": { "x": [1, null] } } ] }""")]
    [InlineData("""{ "outcome": "ask", "ask": ["a"] }""")]
    [InlineData(
        """{ "outcome": "fix", "actions": [ { "do": "a" } ], "ask": ["a", { "question": "b", "blocking": true }, { "question": "c" }] }"""
    )]
    [InlineData("""{ "outcome": "answer", "answer": { "en": "a" }, "answerToAgent": { "en": "b" } }""")]
    [InlineData("""{ "outcome": "answer", "steps": [ { "id": "a", "say": { "en": "b" }, "sayToAgent": { "en": "c" } } ] }""")]
    [InlineData("""{ "outcome": "route", "team": "t", "tier": 3 }""")]
    [InlineData("""{ "outcome": "escalate" }""")]
    public void Then_Good_IsGoodForBoth(string then) => AssertGood(RuleFiles.Rule(then: then));

    [Theory]
    [InlineData("{}")]
    [InlineData("\"answer\"")]
    [InlineData("""{ "outcome": "answer" }""")]
    [InlineData("""{ "outcome": "fix" }""")]
    [InlineData("""{ "outcome": "ask" }""")]
    [InlineData("""{ "outcome": "Answer", "answer": { "en": "a" } }""")]
    [InlineData("""{ "outcome": "answer", "answer": "a" }""")]
    [InlineData("""{ "outcome": "answer", "answer": {} }""")]
    [InlineData("""{ "outcome": "answer", "answer": { "english": "a" } }""")]
    [InlineData("""{ "outcome": "answer", "answer": { "en": "" } }""")]
    [InlineData("""{ "outcome": "answer", "steps": [ { "id": "A b", "say": { "en": "b" } } ] }""")]
    [InlineData("""{ "outcome": "answer", "steps": [ { "say": { "en": "b" } } ] }""")]
    [InlineData("""{ "outcome": "route", "tier": 4 }""")]
    [InlineData("""{ "outcome": "route", "tier": 1.5 }""")]
    [InlineData("""{ "outcome": "route", "whenAllTried": { "outcome": "answer" } }""")]
    [InlineData("""{ "outcome": "fix", "actions": [ { "with": {} } ] }""")]
    [InlineData("""{ "outcome": "fix", "actions": [ { "do": "a", "with": [] } ] }""")]
    [InlineData("""{ "outcome": "ignore", "note": null }""")]
    [InlineData("""{ "outcome": "ignore", "ask": ["a"] }""")]
    [InlineData("""{ "outcome": "route", "ask": "a" }""")]
    [InlineData("""{ "outcome": "route", "ask": [1] }""")]
    [InlineData("""{ "outcome": "route", "ask": [{}] }""")]
    [InlineData("""{ "outcome": "route", "ask": [{ "question": "a", "blocking": "yes" }] }""")]
    [InlineData("""{ "outcome": "route", "ask": [{ "question": "a", "blocks": true }] }""")]
    public void Then_Bad_IsBadForBoth(string then) => AssertBad(RuleFiles.Rule(then: then));

    [Theory]
    [InlineData(""" "version": 3, "priority": -5, """)]
    [InlineData(""" "cause": { "tracking": null }, """)]
    [InlineData(""" "rollout": { "percent": 0 }, """)]
    [InlineData(""" "oncePer": { "window": "1m" }, """)]
    [InlineData(""" "oncePer": { "window": "030d", "by": "issue" }, """)]
    [InlineData(""" "promote": { "atLeast": 1, "after": 1 }, """)]
    [InlineData(""" "demote": { "below": 0.5, "after": 7 }, """)]
    [InlineData(""" "scope": {}, "x-jira": "A-1", """)]
    [InlineData(""" "tests": [ { "match": false, "fields": { "x-y": "" } } ], """)]
    public void Rule_Good_IsGoodForBoth(string more) => AssertGood(RuleFiles.Rule(more: more));

    [Theory]
    [InlineData(""" "version": 0, """)]
    [InlineData(""" "version": "2", """)]
    [InlineData(""" "priority": 1001, """)]
    [InlineData(""" "also": "yes", """)]
    [InlineData(""" "colour": "red", """)]
    [InlineData(""" "scope": { "channel": "phone" }, """)]
    [InlineData(""" "scope": { "locale": ["english"] }, """)]
    [InlineData(""" "scope": { "region": ["north"] }, """)]
    [InlineData(""" "cause": { "kind": "bug" }, """)]
    [InlineData(""" "reviewed": "01.11.2026", """)]
    [InlineData(""" "until": "2026-02-30", """)]
    [InlineData(""" "from": 2026, """)]
    [InlineData(""" "rollout": { "by": "issue" }, """)]
    [InlineData(""" "oncePer": { "by": "issue" }, """)]
    [InlineData(""" "oncePer": { "window": "0h" }, """)]
    [InlineData(""" "oncePer": { "window": "24 h" }, """)]
    [InlineData(""" "oncePer": { "window": "24" }, """)]
    [InlineData(""" "oncePer": { "window": "9999999d" }, """)]
    [InlineData(""" "oncePer": { "window": "1h", "by": "tenant" }, """)]
    [InlineData(""" "promote": { "atLeast": 1.1, "after": 1 }, """)]
    [InlineData(""" "promote": { "below": 0.9, "after": 1 }, """)]
    [InlineData(""" "demote": { "below": -0.1, "after": 1 }, """)]
    [InlineData(""" "demote": { "below": 0.5, "after": 0 }, """)]
    [InlineData(""" "demote": { "below": 0.5 }, """)]
    [InlineData(""" "rollout": { "percent": 101 }, """)]
    [InlineData(""" "supersedes": "a", """)]
    [InlineData(""" "tests": [ { "text": "a" } ], """)]
    [InlineData(""" "tests": [ { "match": true, "outcome": "answer" } ], """)]
    [InlineData(""" "tests": [ { "match": true, "fields": { "a": 1 } } ], """)]
    [InlineData(""" "also": true, """)]
    public void Rule_Bad_IsBadForBoth(string more) => AssertBad(RuleFiles.Rule(more: more));

    [Theory]
    [InlineData(""" "then": { "outcome": "ignore" }, "rows": [ { "id": "1", "words": ["a"], "x-mine": 1 }, { "id": 2, "words": "b" } ] """)]
    [InlineData(""" "then": { "outcome": "<what>", "tier": "<tier?>" }, "rows": [ { "id": "1", "words": "a", "what": "ignore" } ] """)]
    [InlineData(
        """ "then": { "outcome": "answer" }, "rows": [ { "id": "1", "words": "a", "steps": ["wait"], "tests": [ { "match": true } ] } ] """
    )]
    public void Table_Good_IsGoodForBoth(string more) => AssertGood(Table(more));

    [Theory]
    [InlineData(""" "then": { "outcome": "ignore" }, "rows": [] """)]
    [InlineData(""" "then": { "outcome": "ignore" }, "rows": {} """)]
    [InlineData(""" "then": { "outcome": "ignore" }, "rows": [ { "words": "a" } ] """)]
    [InlineData(""" "then": { "outcome": "ignore" }, "rows": [ { "id": [1], "words": "a" } ] """)]
    [InlineData(""" "then": { "outcomes": "ignore" }, "rows": [ { "id": 1, "words": "a" } ] """)]
    [InlineData(""" "then": { "outcome": "ignore" }, "color": "red", "rows": [ { "id": 1, "words": "a" } ] """)]
    public void Table_Bad_IsBadForBoth(string more) => AssertBad(Table(more));

    [Theory]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "none": [ { "anyOf": ["a"] } ] }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "steps": { "a-b.c": { "say": { "en": "b" } } } }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "lists": {}, "handlers": { "do.it_now-2": "x" } }""")]
    public void Set_Good_IsGoodForBoth(string json) => AssertGood(json);

    [Theory]
    [InlineData(""" "labels": { "a": 1, "b-c/d": -10000 }, "words": ["a 1 1:1"] """)]
    [InlineData(""" "labels": { "a": 1, "b": 0 }, "words": ["a b 1000 2:-10000 1:10000", "etat 3 1:5"], "x-mine": 1 """)]
    public void Classifier_Good_IsGoodForBoth(string classifier) => AssertGood(Classifier(classifier));

    [Theory]
    [InlineData(""" "labels": { "a": 1 }, "words": ["a 1 1:1"] """)]
    [InlineData(""" "labels": { "a": 1, "B": 1 }, "words": ["a 1 1:1"] """)]
    [InlineData(""" "labels": { "a": 1, "b": 1.5 }, "words": ["a 1 1:1"] """)]
    [InlineData(""" "labels": { "a": 1, "b": 10001 }, "words": ["a 1 1:1"] """)]
    [InlineData(""" "labels": ["a", "b"], "words": ["a 1 1:1"] """)]
    [InlineData(""" "labels": { "a": 1, "b": 1 }, "words": [] """)]
    [InlineData(""" "labels": { "a": 1, "b": 1 }, "words": { "a": 1 } """)]
    [InlineData(""" "labels": { "a": 1, "b": 1 }, "words": ["a 1"] """)]
    [InlineData(""" "labels": { "a": 1, "b": 1 }, "words": ["a 1:1"] """)]
    [InlineData(""" "labels": { "a": 1, "b": 1 }, "words": ["a b c 1 1:1"] """)]
    [InlineData(""" "labels": { "a": 1, "b": 1 }, "words": ["a 0 1:1"] """)]
    [InlineData(""" "labels": { "a": 1, "b": 1 }, "words": ["a 1 1:0"] """)]
    [InlineData(""" "labels": { "a": 1, "b": 1 }, "words": ["a 1  1:1"] """)]
    [InlineData(""" "labels": { "a": 1, "b": 1 }, "words": ["a 1 1:1 "] """)]
    [InlineData(""" "labels": { "a": 1, "b": 1 }, "words": ["a 1 1:10001"] """)]
    [InlineData(""" "labels": { "a": 1, "b": 1 } """)]
    [InlineData(""" "words": ["a 1 1:1"] """)]
    public void Classifier_Bad_IsBadForBoth(string classifier) => AssertBad(Classifier(classifier));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "none": { "anyOf": ["a"] } }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "none": [] }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "steps": { "A": { "say": { "en": "b" } } } }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "steps": { "a": { "id": "a", "say": { "en": "b" } } } }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "steps": { "a": {} } }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o" }""")]
    [InlineData(
        """{ "set": "s", "title": "t", "owner": "o", "shared": true, "questions": { "a": { "say": { "en": "b" }, "choices": [] } } }"""
    )]
    [InlineData(
        """
            { "set": "s", "title": "t", "owner": "o", "shared": true,
              "questions": { "a": { "say": { "en": "b" }, "choices": ["a", "b"] } } }
            """
    )]
    [InlineData(
        """
            { "set": "s", "title": "t", "owner": "o", "shared": true,
              "questions": { "a": { "say": { "en": "b" }, "choices": [{ "value": "c", "say": { "en": "C" } }] } } }
            """
    )]
    [InlineData(
        """{ "set": "s", "title": "t", "owner": "o", "shared": true, "questions": { "a": { "say": { "en": "b" }, "label": "c" } } }"""
    )]
    [InlineData(
        """{ "set": "s", "title": "t", "owner": "o", "shared": true, "questions": { "a": { "say": { "en": "b" }, "extract": [] } } }"""
    )]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "rules": [] }""")]
    [InlineData("""{ "set": "My Set", "title": "t", "owner": "o", "shared": true }""")]
    [InlineData("""{ "set": "s", "title": "", "owner": "o", "shared": true }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "lists": { "kicked-out": ["a"] } }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "lists": { "a": "b" } }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "questions": { "a": { "field": "b" } } }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "facts": { "a": null } }""")]
    [InlineData("""{ "set": "s", "title": "t", "owner": "o", "shared": true, "rules": [ "a" ] }""")]
    public void Set_Bad_IsBadForBoth(string json) => AssertBad(json);

    [Fact]
    public void Also_AddsTags_IsGoodForBoth() => AssertGood(RuleFiles.Rule(then: """{ "tags": ["a"] }""", more: """ "also": true, """));

    [Fact]
    public void Guard_Escalates_IsGoodForBoth() =>
        AssertGood(RuleFiles.Rule(then: """{ "outcome": "escalate" }""", set: """ "guard": true, """));

    [Fact]
    public void Guard_Asks_IsGoodForBothUnlessItWaits()
    {
        AssertGood(
            RuleFiles.Rule(
                then: """{ "outcome": "escalate", "ask": ["a", { "question": "b" }, { "question": "c", "blocking": false }] }""",
                set: """ "guard": true, """
            )
        );
        AssertBad(
            RuleFiles.Rule(
                then: """{ "outcome": "escalate", "ask": ["a", { "question": "b", "blocking": true }] }""",
                set: """ "guard": true, """
            )
        );
    }

    [Fact]
    public void Guard_Answers_IsBadForBoth() =>
        AssertBad(RuleFiles.Rule(then: """{ "outcome": "answer", "answer": { "en": "a" } }""", set: """ "guard": true, """));

    private static string Classifier(string classifier) =>
        $$"""{ "set": "s", "title": "t", "owner": "o", "shared": true, "classifiers": { "c": { {{classifier}} } } }""";

    private static string Table(string more) =>
        $$"""
            { "set": "s", "title": "S", "owner": "o", "rules": [ { "id": "s.<id>", "title": "A", "type": "s/a", "status": "draft",
              "when": { "anyOf": ["<words>"] }, {{more}} } ] }
            """;

    private static void AssertGood(string json) => Assert.Equal(("", ""), (RuleFiles.Problems(json), RuleSchema.Problems(json)));

    private static void AssertBad(string json) =>
        Assert.Equal((true, true), (RuleFiles.Problems(json).Length > 0, RuleSchema.Problems(json).Length > 0));
}
