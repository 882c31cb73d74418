namespace AutoResolve.Tests;

public sealed class TextAsSeenTests
{
    [Fact]
    public void Find_EvidenceInHtml_IsItsPlaceInWhatIsSeen()
    {
        const string Html = "<p title='x'>I can&#39;t <b>si</b>gn<!-- x --> in</p>";
        var seen = TextAsSeen.Of(Html);
        var start = Html.IndexOf("si<", StringComparison.Ordinal);

        var (place, length) = seen.Find(start, Html.IndexOf(" in<", StringComparison.Ordinal) + 3 - start);

        Assert.Equal("I can't sign in\n", seen.Text);
        Assert.Equal("sign in", seen.Text.Substring(place, length));
        Assert.Equal((0, 0), seen.Find(3, 5));
        Assert.Equal((seen.Text.Length, 0), seen.Find(Html.Length, 1));
    }

    [Fact]
    public void Of_PlainText_IsTheSource()
    {
        var seen = TextAsSeen.Of("I typed <name>");

        Assert.True(seen.IsSource);
        Assert.Equal("I typed <name>", seen.Text);
        Assert.Equal((2, 5), seen.Find(2, 5));
        Assert.Equal("&nbsp;", TextAsSeen.OfValue("&nbsp;").Text);
    }

    [Theory]
    [InlineData("It spins.\n\nOn Mon, Nov 2, 2026 at 9:14 AM Ann Lee <ann@example.org> wrote:\n> have you tried\n> another", "It spins.")]
    [InlineData("<p>It <b>spins</b>.</p><script>tries()</script><div style=\"display:none\">never</div>", "It spins.")]
    [InlineData("It spins.\n-- \nAnn Lee\nSent from my phone", "It spins.")]
    [InlineData("It spins", "It spins")]
    [InlineData("", "")]
    public void OwnWords_OfAText_AreWhatRulesRead(string text, string expected) => Assert.Equal(expected, TextAsSeen.OwnWords(text).Trim());

    [Fact]
    public void WordsOf_Evidence_AreWithoutMarkup()
    {
        var issue = new Issue
        {
            Id = "1",
            Title = "a&nbsp;b",
            Text = "<b>si</b>gn",
            Turns =
            [
                new Turn
                {
                    Id = "m",
                    Text = "si<b>gn</b>",
                    Format = TextFormat.Plain,
                },
            ],
        };

        Assert.Equal("sign", TextAsSeen.WordsOf(At("text", null, 3, 8), issue));
        Assert.Equal("a b", TextAsSeen.WordsOf(At("title", null, 0, 8), issue));
        Assert.Equal("si<b>gn", TextAsSeen.WordsOf(At("text", "m", 0, 7), issue));
        Assert.Null(TextAsSeen.WordsOf(At("text", "other", 0, 1), issue));
    }

    private static Evidence At(string source, string? turn, int start, int length) =>
        new()
        {
            Source = source,
            Turn = turn,
            Start = start,
            Length = length,
            Pointer = "",
            Condition = "",
        };
}
