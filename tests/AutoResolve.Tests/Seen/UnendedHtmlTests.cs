using AutoResolve.Seen;
using AutoResolve.Tests.Decisions;
using AutoResolve.Words;

namespace AutoResolve.Tests.Seen;

/// <summary>HTML that hides what its writer says, since something in it never ends.</summary>
public sealed class UnendedHtmlTests
{
    private static readonly Rulebook Book = SomeRules.Load(
        SomeRules.Set(
            "guards",
            "\"guard\": true,",
            SomeRules.Rule("alarm", """{ "outcome": "escalate" }""", """{ "anyOf": ["alarm bell"] }""")
        ),
        SomeRules.Set(
            "desk",
            "",
            SomeRules.Rule("refund", when: """{ "anyOf": ["refund"] }"""),
            SomeRules.Rule("whole", when: """{ "anyOf": ["archive"], "in": "everything" }""")
        )
    );

    public static TheoryData<string> Hiding { get; } =
    [
        "<!-- ",
        "<!-- <b>x</b> -- > ",
        "<!doctype ",
        "<?xml ",
        "</p ",
        "<a href=\"x ",
        "<img alt='x ",
        "<style>",
        "<script>",
        "<title>",
        "<iframe>",
        "<template>",
        "<div hidden>",
        "<div style=\"display:none\"><p>",
        "<span style=\"font-size:0\">",
        "<!-- <!-- <style> <!-- ",
        "<div hidden><!-- ",
    ];

    [Theory]
    [MemberData(nameof(Hiding))]
    public void Decide_WhatNeverEnds_HidesNothingFromGuards(string hiding)
    {
        var text = $"<p>hello</p>{hiding}alarm bell";

        Assert.Equal("hello", TextAsSeen.Of(text, TextFormat.Html).Text.Trim());
        Assert.Equal("alarm", Book.Decide(Html(text)).Rule?.Id);
        Assert.Equal(
            "alarm",
            Book.Decide(
                Html("hello") with
                {
                    Turns =
                    [
                        new Turn
                        {
                            Id = "m1",
                            Text = text,
                            Format = TextFormat.Html,
                        },
                    ],
                }
            ).Rule?.Id
        );
        Assert.Equal("alarm", Book.Decide(Html(hiding + "alarm bell")).Rule?.Id);
        Assert.Equal(
            "alarm",
            Book.Decide(
                Html("x") with
                {
                    Turns =
                    [
                        new Turn
                        {
                            Id = "m1",
                            Text = hiding + "alarm bell",
                            Format = TextFormat.Html,
                        },
                    ],
                }
            ).Rule?.Id
        );
    }

    [Theory]
    [MemberData(nameof(Hiding))]
    public void Decide_WhatNeverEnds_HidesFromRules(string hiding)
    {
        Assert.Equal(ResolutionReason.NoRuleMatched, Book.Decide(Html($"<p>hello</p>{hiding}refund archive")).Reason);
        Assert.Equal("refund", Book.Decide(Html($"<p>refund</p>{hiding}archive")).Rule?.Id);
    }

    [Theory]
    [InlineData("<svg><text>alarm bell")]
    [InlineData("<svg>alarm bell")]
    [InlineData("<math>alarm bell")]
    [InlineData("<textarea>alarm bell")]
    [InlineData("<b>alarm bell")]
    [InlineData("<table><tr><td>alarm bell")]
    [InlineData("<!-- x -->alarm bell")]
    [InlineData("<style>x</style>alarm bell")]
    [InlineData("<td style=\"font-size:0\"><p style=\"font-size:12px\">alarm bell")]
    public void Read_WhatABrowserShows_IsSeen(string text)
    {
        Assert.Equal("alarm bell", TextAsSeen.Of(text, TextFormat.Html).Text.Trim());
        Assert.DoesNotContain(Book.Explain(Html(text)).LeftOut, part => part.Kind == LeftOutKind.Hidden);
    }

    [Fact]
    public void Decide_WhatEnds_IsHiddenFromGuardsToo() =>
        Assert.Equal(ResolutionReason.NoRuleMatched, Book.Decide(Html("<p>hello<!-- alarm bell --><style>alarm bell</style>")).Reason);

    [Fact]
    public void Explain_WhatNeverEnds_TellsWhere()
    {
        const string Text = "<p>hello</p><!-- my <b>alarm</b> bell";

        var explanation = Book.Explain(Html(Text));
        var part = Assert.Single(explanation.LeftOut);

        Assert.Equal((LeftOutKind.Hidden, LeftOutReason.UnendedMarkup, true), (part.Kind, part.Reason, part.IsReadByGuards));
        Assert.Equal(" my <b>alarm</b> bell", Text.Substring(part.Start, part.Length));
    }

    [Fact]
    public void Decide_WordsThatOnlyGuardsSee_AreItsEvidence()
    {
        const string Text = "<p>hello</p><!-- my <b>alarm</b> bell";
        var issue = Html(Text);

        var evidence = Assert.Single(Book.Explain(issue).Winner!.Evidence);

        Assert.Equal("alarm</b> bell", Text.Substring(evidence.Start, evidence.Length));
        Assert.Equal("alarm bell", TextAsSeen.WordsOf(evidence, issue));
    }

    [Theory]
    [InlineData("<!-- ")]
    [InlineData("<a ")]
    [InlineData("</a ")]
    [InlineData("<a href=\"x ")]
    [InlineData("<!")]
    [InlineData("<style>")]
    [InlineData("<style>x</style><style>")]
    [InlineData("<!-- <style> ")]
    [InlineData("<div hidden>", 5_000)]
    [InlineData("<div hidden><!-- ", 5_000)]
    public void Read_ManyThatNeverEnd_LooksForEachEndOnce(string hiding, int count = 100_000)
    {
        var text = "<br>" + string.Concat(Enumerable.Repeat(hiding, count)) + "alarm bell";
        SeenText seen = new();
        SeenTextReader.Read(seen, text, TextFormat.Html, int.MaxValue, withUnended: true);

        Assert.EndsWith("alarm bell", seen.ToString().TrimEnd(), StringComparison.Ordinal);
        Assert.NotNull(seen.Unended);
    }

    private static Issue Html(string text) => SomeRules.Issue(text) with { Format = TextFormat.Html };
}
