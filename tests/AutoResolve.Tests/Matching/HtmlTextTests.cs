using AutoResolve.Matching;

namespace AutoResolve.Tests.Matching;

/// <summary>Every condition reads what a person sees, and its evidence stands in the text as it came in.</summary>
public sealed class HtmlTextTests
{
    private const string Html = "<p title='refund'>I can&#39;t <b>si</b>gn&nbsp;in<!-- refund --></p><td>caf&eacute;<br>Code: <i>A1</i>2";

    [Theory]
    [InlineData("""{ "anyOf": ["sign in"] }""", "si</b>gn&nbsp;in")]
    [InlineData("""{ "anyOf": ["café"] }""", "caf&eacute;")]
    [InlineData("""{ "allOf": ["can't", "sign"] }""", "can&#39;t|si</b>gn")]
    [InlineData("""{ "near": ["can't", "in"], "within": 3 }""", "can&#39;t|in")]
    [InlineData("""{ "contains": ["sign in"] }""", "si</b>gn&nbsp;in")]
    [InlineData("""{ "contains": ["'"] }""", "&#39;")]
    [InlineData("""{ "regex": "code: \\w+" }""", "Code: <i>A1</i>2")]
    [InlineData("""{ "field": "text", "contains": ["sign in"] }""", "si</b>gn&nbsp;in")]
    public void Find_ConditionOnHtml_PointsIntoTheSource(string when, string found)
    {
        var text = Of(Html, TextFormat.Html);
        var match = Programs.Examine(Programs.Rule(when), text);

        Assert.Equal(Truth.True, match.Truth);
        Assert.Equal(found, string.Join('|', match.Evidence.Select(piece => Html.Substring(piece.Start, piece.Length))));
    }

    [Theory]
    [InlineData("""{ "anyOf": ["refund"] }""")]
    [InlineData("""{ "anyOf": ["title"] }""")]
    [InlineData("""{ "contains": ["<b>"] }""")]
    [InlineData("""{ "regex": "&" }""")]
    [InlineData("""{ "field": "text", "contains": ["refund"] }""")]
    [InlineData("""{ "expression": "issue.Text.Contains(\"refund\")" }""")]
    [InlineData("""{ "anyOf": ["refund"], "in": "everything" }""")]
    public void Find_WhatNobodySees_IsNotThere(string when) => Assert.False(Programs.Holds(Programs.Rule(when), Of(Html, TextFormat.Html)));

    [Fact]
    public void Expression_OnHtml_ReadsWhatIsSeen() =>
        Assert.True(
            Programs.Holds(
                Programs.Rule("""{ "expression": "issue.Text == \"I can't sign in\\ncafé\\nCode: A12\"" }"""),
                Of(Html, TextFormat.Html)
            )
        );

    [Fact]
    public void Find_MarkupThatIsPlain_IsReadAsItStands() =>
        Assert.True(Programs.Holds(Programs.Rule("""{ "contains": ["<b>si</b>gn"] }"""), Of(Html, TextFormat.Plain)));

    [Theory]
    [InlineData("""<a href="https://x.example/refund" title="refund">thanks</a>""")]
    [InlineData("<style>.refund{color:red}</style><p>Thanks</p>")]
    [InlineData("<!-- refund --><p>Thanks</p>")]
    [InlineData(
        """
            <div>Thanks</div><div class="gmail_quote"><div class="gmail_attr">On Mon, Nov 2, 2026 at 10:11 AM Desk wrote:<br></div>
            <blockquote>I want a refund</blockquote></div>
            """
    )]
    public void Find_WordOnlyInMarkupOrQuote_IsNotTheCustomers(string text)
    {
        var rule = Programs.Rule("""{ "anyOf": ["refund"] }""");

        Assert.False(Programs.Holds(rule, Of(text, TextFormat.Unknown)));
        Assert.True(Programs.Holds(rule, Of(text, TextFormat.Plain)));
    }

    [Fact]
    public void Find_QuoteOfHtml_IsReadWhereEverythingIs() =>
        Assert.True(
            Programs.Holds(
                Programs.Rule("""{ "anyOf": ["refund"], "in": "everything" }"""),
                Of("<div>Thanks</div><blockquote type=cite>refund</blockquote>", TextFormat.Html)
            )
        );

    [Fact]
    public void Find_HtmlOfATurn_IsReadAsSuch()
    {
        var issue = new Issue
        {
            Id = "1",
            Text = "Hello",
            Turns =
            [
                new Turn
                {
                    Id = "m1",
                    Text = "I <wbr>can't&nbsp;si<b>gn</b> in",
                    Format = TextFormat.Html,
                },
            ],
        };

        var match = Programs.Examine(Programs.Rule("""{ "anyOf": ["can't sign in"] }"""), Programs.Prepare(issue));

        Assert.Equal("can't&nbsp;si<b>gn</b> in", Assert.Single(match.Evidence).TextIn(issue));
    }

    [Fact]
    public void Read_LongMarkup_IsNoLongText()
    {
        var issue = new Issue { Id = "1", Text = $"<html><style>{new string('x', 5_000)}</style>I want a refund" };

        Assert.False(MatchInput.Prepare(issue, "en", 1_000).IsCut);
        Assert.True(MatchInput.Prepare(issue with { Text = issue.Text + new string('x', 1_000) }, "en", 1_000).IsCut);
        Assert.True(MatchInput.Prepare(issue with { Format = TextFormat.Plain }, "en", 1_000).IsCut);
    }

    private static MatchInput Of(string text, TextFormat format) =>
        Programs.Prepare(
            new Issue
            {
                Id = "1",
                Text = text,
                Format = format,
            }
        );
}
