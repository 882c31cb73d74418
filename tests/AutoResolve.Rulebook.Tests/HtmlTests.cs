namespace AutoResolve.ShippedRules.Tests;

/// <summary>Mails that are HTML are decided by what a person sees of them.</summary>
public sealed class HtmlTests
{
    private const string Loop = "Every time I log on it shows my name for two seconds and then I'm logged out again right away.";

    [Theory]
    [InlineData("loop, plain", Loop, Outcome.Answered, "sign-in.loop")]
    [InlineData(
        "loop, entities",
        "Every time I log on it shows my name for two seconds and then I&#39;m logged out again right away.",
        Outcome.Answered,
        "sign-in.loop"
    )]
    [InlineData(
        "loop, nbsp and span",
        "Every time I log on it shows my name for two seconds and then I&#39;m logged out&nbsp;again <span>right</span> away.",
        Outcome.Answered,
        "sign-in.loop"
    )]
    [InlineData(
        "thanks above a quote",
        "<div>Thanks, that worked.</div><div class=\"gmail_quote\"><div>On Mon, Nov 2, 2026 Desk wrote:<br></div><blockquote>"
            + Loop
            + "</blockquote></div>",
        Outcome.Ignored,
        "feedback.praise"
    )]
    public async Task Resolve_HtmlOfAMail_IsDecidedAsItsWords(string name, string text, Outcome outcome, string rule)
    {
        var resolution = await Shipped.ResolveAsync(new Issue { Id = name, Text = text });

        Assert.Equal((outcome, rule), (resolution.Outcome, resolution.Rule?.Id));
    }

    [Theory]
    [InlineData("<p>I want to <b>kill</b> myself</p>", TextFormat.Unknown)]
    [InlineData("I want to <b>k</b>ill my<i>self</i>", TextFormat.Unknown)]
    [InlineData("I want to&nbsp;kill&nbsp;myself", TextFormat.Unknown)]
    [InlineData("I want to&nbsp;kill&nbsp;myself", TextFormat.Html)]
    [InlineData(
        "<div style=\"font-size:0\"><span style=\"font-size:12px\">I want to <font>kill</font> my<wbr>self</span></div>",
        TextFormat.Html
    )]
    public async Task Resolve_DangerInMarkup_GoesToAPerson(string text, TextFormat format)
    {
        var resolution = await Shipped.ResolveAsync(
            new Issue
            {
                Id = "1",
                Text = text,
                Format = format,
            }
        );

        Assert.Contains(Shipped.Rules, rule => rule.Guard && rule.Id.Value == resolution.Rule?.Id);
    }
}
