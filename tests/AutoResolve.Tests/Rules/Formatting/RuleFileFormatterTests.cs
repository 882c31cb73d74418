using System.Text.RegularExpressions;
using AutoResolve.Rules.Formatting;
using CsCheck;
using Snapshooter.Xunit;

namespace AutoResolve.Tests.Rules.Formatting;

public sealed class RuleFileFormatterTests
{
    [Fact]
    public void Format_WholeFormat_IsCanonical() => Snapshot.Match(Format(RuleFiles.Full));

    [Fact]
    public void Format_KeysInAnyOrder_GivesThoseOfTheReferenceFirst() =>
        Assert.Equal(
            """
            {
              "set": "s",
              "title": "t",
              "owner": "o",
              "rules": [
                {
                  "id": "a",
                  "then": {
                    "outcome": "fix",
                    "actions": [ { "do": "d", "with": { "z": 1, "do": 2 } } ]
                  },
                  "zzz": 1,
                  "x-y": 2
                }
              ]
            }

            """,
            Format(
                """
                {"rules":[{"zzz":1,"then":{"actions":[{"with":{"z":1,"do":2},"do":"d"}],"outcome":"fix"},"x-y":2,"id":"a"}],
                  "owner":"o","title":"t","set":"s"}
                """
            )
        );

    [Fact]
    public void Format_Comments_StayWithWhatTheySpeakOf() =>
        Assert.Equal(
            """
            // the file
            {
              // the set
              "set": "s", // its name
              /* why */
              "title": "t",

              "owner": "o",

              "x-list": [
                "a", // first
                // second
                "b"
                // no more
              ]
              // no more keys
            }
            // the end

            """,
            Format(
                """
                // the file
                { // the set
                "set": "s" // its name
                , /* why */ "title":"t",


                "x-list": ["a", // first
                  // second
                  "b",
                  // no more
                  ],

                "owner": "o",
                // no more keys
                }
                // the end
                """
            )
        );

    [Fact]
    public void Format_TextsOfAList_FillTheLine()
    {
        string[] words = [.. Enumerable.Range(0, 30).Select(number => $"\"word number {number}\"")];
        var lines = Format($$"""{ "x-list": [{{string.Join(", ", words)}}] }""").Split('\n')[2..^3];

        Assert.All(lines, line => Assert.InRange(line.Length, 5, 120));
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.First.Length + 1 + pair.Second.TrimStart().IndexOf(',') + 1 > 120));
        Assert.Equal(words, string.Join(' ', lines).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim()));
    }

    [Fact]
    public void Format_ListWithComments_HasALineForEachText() =>
        Assert.Equal(
            """
            {
              "x-list": [
                "a", // first
                "b",
                "c"
              ]
            }

            """,
            Format(
                """
                { "x-list": ["a", // first
                  "b", "c"] }
                """
            )
        );

    [Fact]
    public void Format_BlankLineInAList_Stays()
    {
        var a = new string('a', 100);

        Assert.Equal(
            $$"""
            {
              "x-list": [
                "{{a}}",

                "b", "c"
              ]
            }

            """,
            Format(
                $$"""
                { "x-list": ["{{a}}",

                  "b",
                  "c"] }
                """
            )
        );
    }

    [Fact]
    public void Format_Rows_StandOneALineWhereTheyFit() =>
        Assert.Equal(
            """
            {
              "set": "s",
              "none": [ { "anyOf": ["a"] } ],
              "steps": {
                "wait": { "say": { "en": "Wait." }, "triedWhen": { "anyOf": ["waited"], "in": "text" } }
              },
              "rules": [
                {
                  "id": "s.<id>",
                  "then": {
                    "steps": ["wait"]
                  },
                  "rows": [
                    { "id": "1", "words": ["b", "c"] },
                    { "id": "2", "when": { "near": ["a", "b"], "within": 3 }, "tests": [ { "text": "e", "match": true } ] }
                  ]
                }
              ]
            }

            """,
            Format(
                """
                { "rules": [ { "rows": [ { "words": ["b", "c"], "id": "1" },
                  { "when": { "within": 3, "near": ["a", "b"] }, "tests": [ { "match": true, "text": "e" } ], "id": "2" } ],
                  "id": "s.<id>", "then": { "steps": ["wait"] } } ],
                  "steps": { "wait": { "triedWhen": { "in": "text", "anyOf": ["waited"] }, "say": { "en": "Wait." } } },
                  "none": [ { "anyOf": ["a"] } ], "set": "s" }
                """
            )
        );

    [Fact]
    public void Format_RowOfSeveralLines_HasItsPlainValuesBesideEachOther()
    {
        var text = new string('a', 70);

        Assert.Equal(
            $$"""
            {
              "rules": [
                {
                  "rows": [
                    {
                      "id": "1", "short": 1, "what": "{{text}}",
                      "cause": "{{text}}", "kind": "unknown",
                      "words": ["b"],
                      // why
                      "tier": 2,
                      "team": "c" // theirs
                    }
                  ]
                }
              ]
            }

            """,
            Format(
                $$"""
                { "rules": [ { "rows": [ { "short": 1, "what": "{{text}}", "cause": "{{text}}", "kind": "unknown", "words": ["b"],
                  // why
                  "tier": 2, "team": "c", // theirs
                  "id": "1" } ] } ] }
                """
            )
        );
    }

    [Fact]
    public void Format_EscapedText_EscapesWhatJsonNeedsAndWhatEditorsBreakLinesAt() =>
        Assert.Contains(
            """["é😀\"\\ /\n\u0001\u0085\u2028"]""",
            Format("{\"set\":[\"\\u00e9\\ud83d\\ude00\\u0022\\\\\\u0020\\/\\n\\u0001\u0085\u2028\"]}"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Format_BrokenJson_IsRefusedWithItsProblem()
    {
        var formatted = RuleFileFormatter.Format(RuleFiles.File("{ \"set\": }"));

        Assert.Null(formatted.Text);
        Assert.Equal("a.json:1:10 AR1006 The key 'set' has no value.", formatted.Problems.Single().ToString());
    }

    [Fact]
    public void Format_CanonicalText_HasNoFirstChange()
    {
        var canonical = Format(RuleFiles.Full);

        Assert.Null(RuleFileFormatter.Format(RuleFiles.File(canonical)).FirstChange);
        Assert.Equal(2, RuleFileFormatter.Format(RuleFiles.File(canonical.Insert(canonical.IndexOf('\n') + 1, " "))).FirstChange);
    }

    [Fact]
    public void Format_Twice_ChangesNothingMore() =>
        RuleTokens
            .Shaken(RuleFiles.Full)
            .Sample(json =>
            {
                var once = Format(json);
                Assert.Equal(once, Format(once));
            });

    [Fact]
    public void Format_AnyWhiteSpaceAndComments_KeepsMeaningAndComments() =>
        RuleTokens
            .Shaken(RuleFiles.Full)
            .Sample(json =>
            {
                var formatted = Format(json);
                Assert.Equal(Comments(json), Comments(formatted));
                Assert.Equal(RuleSetText.Of(RuleFiles.Read(json)), RuleSetText.Of(RuleFiles.Read(formatted)));
            });

    private static string Format(string json)
    {
        var formatted = RuleFileFormatter.Format(RuleFiles.File(json));
        Assert.Empty(formatted.Problems);
        return formatted.Text!;
    }

    private static IEnumerable<string> Comments(string json) =>
        RuleTokens
            .Of(json)
            .Where(token => token.StartsWith('/'))
            .Select(comment => Regex.Replace(comment, @"\s+", " ", RegexOptions.NonBacktracking).Trim())
            .Order(StringComparer.Ordinal);
}
