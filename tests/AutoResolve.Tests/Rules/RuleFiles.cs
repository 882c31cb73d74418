using System.Text;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Tests.Rules;

/// <summary>Rule files for the tests of reading, and short ways to read them.</summary>
internal static class RuleFiles
{
    /// <summary>Every key of the format.</summary>
    public const string Full = """
        {
          // the whole format
          "$schema": "../autoresolve.schema.json",
          "set": "sign-in",
          "title": "Signing in",
          "owner": "identity",
          "guard": false,
          "shared": false,
          "lists": { "kickedOut": ["signed out", "logged out"], },
          "conditions": {
            "loop": { "any": [ { "anyOf": ["@kickedOut"] }, { "near": ["sign", "loop"], "within": 6, "in": "title" } ] }
          },
          "classifiers": {
            "subjects": { "words": ["big file 54 2:31 1:-4", "signed 22 1:118"], "labels": { "sign-in/loop": 35, "other": -12 } }
          },
          "questions": {
            "device": {
              "say": { "en": "Which device?" },
              "sayToAgent": { "en": "Which device do they use?" },
              "label": { "en": "Device" },
              "choices": [ { "value": "phone", "say": { "en": "A phone" } }, { "value": "computer", "say": { "en": "A computer" } } ],
              "field": "deviceKind",
              "extract": "device",
              "answeredWhen": { "anyOf": ["phone"] }
            }
          },
          "steps": {
            "wait": { "say": { "en": "Wait." }, "sayToAgent": { "en": "Have them wait." }, "triedWhen": { "anyOf": ["waited"] } }
          },
          "none": [ { "anyOf": ["@kickedOut", "elsewhere"] }, { "use": "loop" } ],
          "handlers": { "clear-sessions": "Signs the user out on every device" },
          "facts": { "incident": "Id of the open incident" },
          "contacts": { "helpLine": { "value": "800-555-0100", "what": "The help line", "reviewed": "2026-11-01" } },
          "desk": {
            "timeZone": "Europe/Berlin",
            "tiers": ["Another desk", "Agents", "Troubleshooters", "Product teams"],
            "priorities": [
              { "name": "urgent", "types": ["sign-in"], "teams": ["identity"], "reports": 10, "reportsADay": 10,
                "workaround": false, "respond": "24h", "resolve": "48h" }
            ],
            "trend": { "reports": 5, "within": "30d" },
            "handovers": [
              { "title": "Identity intake", "teams": ["identity"],
                "sections": [ { "title": "Description", "show": "text" },
                { "title": "Device", "show": "fields.device" } ] }
            ]
          },
          "profile": {
            "privacy": {
              "notNames": ["services"],
              "people": ["member"],
              "records": ["REQ-\\d{6}"],
              "identifiers": { "member": { "regex": "\\bM-?\\d{8}", "words": ["member number"] } },
              "publicNumbers": ["555-555-0100"],
              "sites": ["example.org"]
            },
            "customers": ["member"],
            "en": {
              "solved": { "all": [ { "anyOf": ["works now"] } ], "none": [ { "regex": "\\?" } ] },
              "withdrawn": { "contains": ["never mind"] },
              "unsolved": { "near": ["still", "not"], "within": 2 },
              "wantsPerson": { "use": "loop" },
              "waiting": { "allOf": ["thank you"], "in": "text" },
              "correction": { "anyOf": ["i meant"] },
              "extractors": { "lineNumber": { "regex": "line (?<value>\\d+)" }, "code": { "regex": ["a", "b"] },
                "device": { "anyOf": ["@kickedOut", "iphone"] } }
            }
          },
          "rules": [
            {
              "id": "sign-in.clock-wrong",
              "version": 2,
              "title": "The device clock is wrong",
              "type": "sign-in/loop",
              "status": "active",
              "priority": 20,
              "lead": 5,
              "also": false,
              "owner": "clock-team",
              "scope": { "channel": ["phone"], "product": ["va.gov"], "locale": ["en", "es-MX"], "tenant": ["one"] },
              "when": {
                "all": [
                  { "use": "loop" },
                  { "field": "errorCode", "equals": "002", "in": ["002", ""], "contains": ["0"], "startsWith": "0",
                    "endsWith": ["2"], "matches": "^0+2$" },
                  { "field": "age", "atLeast": 1.5, "atMost": 20, "exists": true },
                  { "field": "receivedAt", "before": "2026-11-01", "after": "2026-10-01" },
                  { "field": "notes", "anyOf": ["a b"], "allOf": ["c"], "near": ["d", "e"], "within": 2, "regex": "f+" },
                  { "fact": "incident", "exists": true }
                ],
                "any": [ { "allOf": ["x", "y"], "in": "everything" }, { "contains": ["ERR_"], "in": "text" }, { "regex": "\\d+" } ],
                "none": [ { "anyOf": ["forgot* password"] }, { "readsUnlike": ["other"], "by": "subjects", "sure": 97, "window": 24,
                  "in": "text" },
                  { "sure": 60, "by": "subjects", "readsLike": "other" }, { "expression": "issue.Text.Length > 20" } ],
                "x-note": "ours"
              },
              "then": {
                "outcome": "answer",
                "answer": { "en": "Set the clock.", "es": "Ajuste el reloj." },
                "answerToAgent": { "en": "Have them set the clock." },
                "steps": [ { "id": "clock-automatic", "say": { "en": "Set it." }, "sayToAgent": { "en": "Have it set." },
                  "triedWhen": { "anyOf": ["clock is right"] } }, "wait" ],
                "whenAllTried": { "outcome": "route", "team": "identity", "tier": 2 },
                "ask": ["device", { "question": "device", "blocking": true }],
                "team": "identity",
                "tier": 1,
                "actions": [ { "do": "clear-sessions", "with": { "user": "{{ issue.fields.userId }}", "n": [1, 2.5, true, null, "a"] } } ],
                "undoOnFailure": true,
                "tags": ["clock"],
                "note": "internal"
              },
              "cause": { "summary": "slow clock", "kind": "user-side", "tracking": null },
              "source": "Authentication_Errors/002.md",
              "reviewed": "2026-11-01",
              "from": "2026-01-01",
              "until": "2027-11-01",
              "rollout": { "percent": 25, "by": "issue" },
              "oncePer": { "window": "24h", "by": "rule" },
              "promote": { "atLeast": 0.9, "after": 50 },
              "demote": { "below": 0.7, "after": 20 },
              "supersedes": ["sign-in.old"],
              "tests": [
                { "title": "t", "text": "signed out", "channel": "phone", "product": "va.gov", "locale": "en",
                  "tenant": "one", "requester": "r",
                  "fields": { "errorCode": "002" }, "tried": ["clock-automatic"], "facts": { "incident": "7" },
                    "match": true, "outcome": "answered" },
                { "text": "", "match": false }
              ]
            },
            {
              "rows": [
                { "number": "1", "words": ["one", "error one"], "id": "001" },
                { "words": [], "more": { "regex": "x" }, "id": "002", "number": 2, "tier": 3, "answer": { "en": "Wait, <number>." },
                  "tests": [ { "match": false, "text": "a" } ] }
              ],
              "id": "sign-in.code-<id>",
              "title": "Code <id>",
              "type": "sign-in/error-<id>",
              "status": "active",
              "when": { "any": [ { "anyOf": ["code <number>", "<words>"] }, "<more?>" ] },
              "then": { "outcome": "answer", "answer": { "en": "Sign in again." }, "tier": 1 }
            }
          ]
        }
        """;

    public static RuleFile File(string json, string path = "a.json") => new(path, Encoding.UTF8.GetBytes(json));

    /// <summary>A set with one rule, with parts of it replaced.</summary>
    public static string Rule(
        string when = """{ "anyOf": ["a"] }""",
        string then = """{ "outcome": "ignore" }""",
        string more = "",
        string set = ""
    ) =>
        $$"""
            { "set": "s", "title": "S", "owner": "o",
              {{set}} "rules": [ { "id": "s.a", "title": "A", "type": "s/a", "status": "draft",{{more}} "when": {{when}},
              "then": {{then}} } ] }
            """;

    /// <summary>The problems of one file, one a line.</summary>
    public static string Problems(string json)
    {
        var diagnostics = new List<Diagnostic>();
        RuleSetReader.Read(File(json), diagnostics);
        return string.Join('\n', diagnostics);
    }

    /// <summary>Reads a file that has no problems.</summary>
    public static RuleSet Read(string json)
    {
        var diagnostics = new List<Diagnostic>();
        var set = RuleSetReader.Read(File(json), diagnostics);
        Assert.Empty(diagnostics);
        return set!;
    }
}
