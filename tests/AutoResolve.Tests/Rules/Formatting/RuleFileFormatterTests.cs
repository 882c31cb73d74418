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
    public void Format_EscapedText_EscapesOnlyWhatJsonNeeds() =>
        Assert.Contains(
            """["é😀\"\\ /\n\u0001"]""",
            Format("""{"set":["\u00e9\ud83d\ude00\u0022\\\u0020\/\n\u0001"]}"""),
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
