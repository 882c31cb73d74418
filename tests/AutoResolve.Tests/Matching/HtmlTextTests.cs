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

    public static TheoryData<string, bool> Parts =>
        new()
        {
            { "<p>We were too late</p><p>Fee schedules are attached</p>", false },
            { "<p>We were too late<p>Fee schedules are attached", false },
            { "We were too late</p>Fee schedules are attached", false },
            { "<ul><li>we were late</li><li>fee schedule</li></ul>", false },
            { "<ul><li>we were late<li>fee schedule</ul>", false },
            { "<ul><li><div>we were late</div></li><li><div>fee schedule</div></li></ul>", false },
            { "<table><tr><td>late</td><td>fee</td></tr></table>", false },
            { "<table><tr><td>late<td>fee</table>", false },
            { "<table><tr><td>late</td></tr><tr><td>fee</td></tr></table>", false },
            { "<table><tr><th>late</th><th>fee</th></tr></table>", false },
            { "<table><caption>late</caption><tr><td>fee</td></tr></table>", false },
            { "<h2>We were late</h2>Fee schedules", false },
            { "We were late<h2>Fee schedules</h2>", false },
            { "<h1>late</h1><div>fee</div>", false },
            { "<dl><dt>late</dt><dd>fee</dd></dl>", false },
            { "late<hr>fee", false },
            { "late<blockquote>fee</blockquote>", false },
            { "<select><option>late</option><option>fee</option></select>", false },
            { "<div>late</div><p>fee</p>", false },
            { "<p style='margin:0 0 8pt'>late</p><p style='margin:0 0 8pt'>fee</p>", false },
            { "<p style='margin:1em 0'>late</p><p style='margin:1em 0'>fee</p>", false },
            { "<p>late</p><!-- --><p hidden>x</p><p>fee</p>", false },
            { "<div>the late</div><div>fee schedule</div>", true },
            { "the late<br>fee schedule", true },
            { "<p class=MsoNormal>the late</p><p class=MsoNormal>fee schedule</p>", true },
            { "<p class='x_MsoPlainText'>the late</p><p class='x_MsoPlainText'>fee schedule</p>", true },
            {
                "<p style='margin:0in;margin-bottom:.0001pt'>the late</p><p style='margin:0in;margin-bottom:.0001pt'>fee schedule</p>",
                true
            },
            { "<p style='margin-top:0pt;margin-bottom:0'>the late</p><p style='margin-top:0pt;margin-bottom:0'>fee</p>", true },
            { "<table><tr><td>Late:</td><td>fee</td></tr></table>", true },
            { "<dl><dt>Late:</dt><dd>fee</dd></dl>", true },
            { "<table><tr><td>the <b>late</b> <i>fee</i></td></tr></table>", true },
            { "<p>the late <span>fee</span></p>", true },
        };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Find_PartsOfHtml_AreApart(string html, bool expected)
    {
        foreach (var when in (string[])["""{ "anyOf": ["late fee"] }""", """{ "near": ["late", "late fee"], "within": 2 }"""])
            Assert.Equal((when, expected), (when, Programs.Holds(Programs.Rule(when), Of($"<html>{html}", TextFormat.Html))));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Find_StringInPartsOfHtml_IsNotMadeOfTwo(string html, bool expected)
    {
        var isApart = !expected || html.Contains("Late:", StringComparison.Ordinal);
        foreach (
            var when in (string[])["""{ "contains": ["late fee"] }""", """{ "regex": "(?i)late fee" }""", """{ "regex": "(?i)late.fee" }"""]
        )
        {
            if (isApart)
                Assert.False(Programs.Holds(Programs.Rule(when), Of($"<html>{html}", TextFormat.Html)), when);
        }
    }

    [Theory]
    [InlineData("<p>one</p><p>Error 105</p>", """{ "regex": "(?m)^Error \\d+$" }""")]
    [InlineData("<table><tr><td>one</td><td>Error 105</td><td>two</td></tr></table>", """{ "regex": "(?m)^Error \\d+\\s*$" }""")]
    [InlineData("<table><tr><td>Error</td><td>105</td></tr></table>", """{ "regex": "Error\\s+105" }""")]
    [InlineData("<table><tr><td>Error code:</td><td>105</td></tr></table>", """{ "regex": "Error code: 105" }""")]
    [InlineData("<table><tr><td>late</td><td>fee</td></tr></table>", """{ "anyOf": ["late fee"], "acrossSentences": true }""")]
    [InlineData("<table><tr><td>late</td><td>fee</td></tr></table>", """{ "expression": "issue.Text.StartsWith(\"late fee\")" }""")]
    public void Find_PartsOfHtml_AreLinesAndBlanksToWhoReadsLetters(string html, string when) =>
        Assert.True(Programs.Holds(Programs.Rule(when), Of($"<html>{html}", TextFormat.Html)));

    [Fact]
    public void TextAsSeen_OfParts_HasNoSignOfThem()
    {
        const string Source = "<p>one</p><p>two</p><table><tr><td>three</td><td>four</td></tr></table>";
        var seen = TextAsSeen.Of(Source, TextFormat.Html);

        Assert.Equal("one\ntwo\nthree four \n", seen.Text);
        foreach (var word in (string[])["one", "two", "three", "four"])
        {
            var (start, length) = seen.Find(Source.IndexOf(word, StringComparison.Ordinal), word.Length);
            Assert.Equal(word, seen.Text.Substring(start, length));
        }
    }

    [Fact]
    public void Find_ItemsBelowADenial_AreDenied() =>
        Assert.False(
            Programs.Holds(
                Programs.Rule("""{ "anyOf": ["red light"] }"""),
                Of("<p>I do not have:</p><ul><li>a red light</li></ul>", TextFormat.Html)
            )
        );

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
