using AutoResolve.Matching;
using AutoResolve.Tests.Matching.Properties;

namespace AutoResolve.Tests.Matching;

/// <summary>
/// A hostile issue costs bounded time. The tests measure by ending at all: each would take hours where work grows with the square.
/// </summary>
public sealed class HostileTextTests
{
    private static readonly CompiledRule[] Rules =
    [
        Programs.Rule("""{ "anyOf": ["sign in again", "@out and @out", "si* si* =b"] }""", Arbitrary.Set),
        Programs.Rule("""{ "near": ["a", "sign", "> x", "never"], "within": 5 }"""),
        Programs.Rule("""{ "near": ["a", "a a", "sign", "loop"], "within": 1 }"""),
        Programs.Rule("""{ "contains": ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "\n>\n>b"] }"""),
        Programs.Rule("""{ "regex": "(a+)+$|(\\s*>)+b" }"""),
        Programs.Rule("""{ "field": "text", "allOf": ["sign", "b"], "endsWith": "b" }"""),
    ];

    public static TheoryData<string> Pieces() =>
        [
            "a",
            "a ",
            "sign ",
            "sign in ",
            "\n>",
            "> x\na\n",
            "\r\n",
            "\u0301",
            "\u200B",
            "a\u0301",
            "’",
            "登",
            "ﷺ",
            "😀",
            "On a wrote:\n",
            "--\n",
            " ",
            "a. ",
            "out and ",
        ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Match_RepetitiveText_Ends(string piece)
    {
        var text = Programs.Text(
            string.Concat(Enumerable.Repeat(piece, Programs.MaxLength / piece.Length)),
            title: string.Concat(Enumerable.Repeat(piece, 1_000))
        );

        foreach (var rule in Rules)
        {
            var match = Programs.Examine(rule, text);
            Assert.All(match.Evidence, evidence => Assert.InRange(evidence.Start + evidence.Length, 0, Programs.MaxLength));
        }
    }

    [Fact]
    public void Prepare_SurrogatesAlone_DoNotThrow()
    {
        foreach (
            var text in new[]
            {
                new string('\uD83D', 100_000),
                new string('\uDE00', 100_000),
                string.Concat(Enumerable.Repeat("a\uD83D ", 30_000)),
            }
        )
        {
            foreach (var rule in Rules)
                Assert.Equal(Truth.False, Programs.Examine(rule, Programs.Text(text, title: text)).Truth);
        }
    }

    [Fact]
    public void Prepare_NullsEverywhere_AreAbsent()
    {
        var text = MatchInput.Prepare(
            new Issue
            {
                Id = null!,
                Text = null!,
                Title = null,
                Fields = null!,
                Tried = null!,
            },
            "en",
            100
        );

        Assert.Equal(Truth.False, Programs.Rule("""{ "field": "id", "exists": true }""").When.Evaluate(text, FactValues.None));
        Assert.All(Rules, rule => Assert.Equal(Truth.False, rule.When.Evaluate(text, FactValues.None)));
    }

    [Fact]
    public void Prepare_NoLength_ReadsNothing()
    {
        var text = MatchInput.Prepare(
            new Issue
            {
                Id = "1",
                Text = "a",
                Title = "b",
            },
            "en",
            0
        );

        Assert.True(text.Truncated);
        Assert.False(Programs.Holds(Programs.Rule("""{ "anyOf": ["a", "b"] }"""), text));
    }
}
