using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Operators;

public sealed class TextConditionTests
{
    [Theory]
    [InlineData("""{ "anyOf": ["x", "sign in"] }""", true)]
    [InlineData("""{ "anyOf": ["x", "y"] }""", false)]
    [InlineData("""{ "allOf": ["sign in", "again"] }""", true)]
    [InlineData("""{ "allOf": ["sign in", "y"] }""", false)]
    [InlineData("""{ "contains": ["IGN-I"] }""", true)]
    [InlineData("""{ "contains": ["ign i"] }""", false)]
    [InlineData("""{ "regex": "SIGN.in" }""", true)]
    [InlineData("""{ "regex": "^sign" }""", false)]
    [InlineData("""{ "regex": "\\bagain\\W*$" }""", true)]
    public void Leaf_OnText_Holds(string when, bool holds) => Assert.Equal(holds, Programs.Holds(when, "I sign-in again!"));

    [Theory]
    [InlineData(1, "sign loop", true)]
    [InlineData(1, "loop sign", true)]
    [InlineData(1, "sign a loop", false)]
    [InlineData(2, "sign a loop", true)]
    [InlineData(2, "loop. Again: sign", true)]
    [InlineData(6, "sign 1 2 3 4 5 loop", true)]
    [InlineData(6, "sign 1 2 3 4 5 6 loop", false)]
    [InlineData(2, "sign 1 2 3 loop x sign", true)]
    public void Near_TwoWords_CountsFromEndToStart(int within, string text, bool holds) =>
        Assert.Equal(holds, Programs.Holds($$"""{ "near": ["sign", "loop"], "within": {{within}} }""", text));

    [Theory]
    [InlineData("a 1 b 2 c", 2, false)]
    [InlineData("a 1 b 2 c", 4, true)]
    [InlineData("c 1 1 1 1 1 a b x c", 3, true)]
    [InlineData("c 1 1 1 1 1 a b x c", 2, false)]
    [InlineData("a b", 9, false)]
    public void Near_SeveralWords_AllPairsAreNear(string text, int within, bool holds) =>
        Assert.Equal(holds, Programs.Holds($$"""{ "near": ["=a", "=b", "=c"], "within": {{within}} }""", text));

    [Fact]
    public void Near_ListPhrase_CountsFromItsLongestOccurrence() =>
        Assert.True(
            Programs.Holds(
                """{ "near": ["@page", "loop"], "within": 2 }""",
                "sign in page x loop",
                """ "lists": { "page": ["sign", "sign in page"] },"""
            )
        );

    [Fact]
    public void Near_OverlappingPhrases_AreNear() =>
        Assert.True(Programs.Holds("""{ "near": ["sign in", "in page"], "within": 1 }""", "sign in page"));

    [Theory]
    [InlineData("""{ "anyOf": ["alpha"] }""", true)]
    [InlineData("""{ "anyOf": ["alpha"], "in": "text" }""", false)]
    [InlineData("""{ "anyOf": ["alpha"], "in": "title" }""", true)]
    [InlineData("""{ "anyOf": ["beta"], "in": "title" }""", false)]
    [InlineData("""{ "anyOf": ["beta"], "in": "text" }""", true)]
    [InlineData("""{ "anyOf": ["quoted"] }""", false)]
    [InlineData("""{ "anyOf": ["quoted"], "in": "text" }""", false)]
    [InlineData("""{ "anyOf": ["quoted"], "in": "everything" }""", true)]
    [InlineData("""{ "anyOf": ["Jane"], "in": "everything" }""", true)]
    [InlineData("""{ "contains": ["quoted"] }""", false)]
    [InlineData("""{ "regex": "quoted" }""", false)]
    [InlineData("""{ "anyOf": ["alpha beta"] }""", false)]
    [InlineData("""{ "anyOf": ["beta gamma"] }""", false)]
    [InlineData("""{ "near": ["beta", "gamma"], "within": 1000 }""", false)]
    [InlineData("""{ "near": ["alpha", "beta"], "within": 1000 }""", false)]
    [InlineData("""{ "allOf": ["alpha", "beta", "gamma"] }""", true)]
    public void Leaf_Part_ReadsOnlyThatPart(string when, bool holds) =>
        Assert.Equal(
            holds,
            Programs.Holds(
                Programs.Rule(when),
                Programs.Text("beta\nOn Mon, Nov 2, 2026 at 9:00 Desk wrote:\n> quoted\ngamma\n-- \nJane", title: "alpha")
            )
        );

    [Fact]
    public void Prepare_LongText_IsCutAndSaysSo()
    {
        var text = AutoResolve.Matching.MatchInput.Prepare(new Issue { Id = "1", Text = "abc \U0001F600 def" }, "en", 5);

        Assert.True(text.Truncated);
        Assert.True(Programs.Holds(Programs.Rule("""{ "anyOf": ["abc"] }"""), text));
        Assert.False(Programs.Holds(Programs.Rule("""{ "anyOf": ["def"] }"""), text));
    }
}
