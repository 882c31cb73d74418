using AutoResolve.Seen;
using AutoResolve.Words;

namespace AutoResolve.Tests.Seen;

public sealed class HtmlReaderTests
{
    [Theory]
    [InlineData("<p>a</p><p>b</p>", "a\nb\n")]
    [InlineData("<div>a<div>b</div></div>c", "a\nb\nc")]
    [InlineData("a<br>b<br/>\n<br>c", "a\nb\n\nc")]
    [InlineData("<div>a</div><div><br></div><div>b</div>", "a\n\nb\n")]
    [InlineData("<td>a<table><tr><td>b</td><td>c<tr><td>d</table>", "a\nb c \nd \n")]
    [InlineData("a  \n\t b", "a b")]
    [InlineData("a&nbsp;&nbsp; b", "a b")]
    [InlineData("<pre>\na\n  b</pre>", "a\n b\n")]
    [InlineData("<span style='white-space: pre-wrap'>a\nb</span>\nc", "a\nb c")]
    [InlineData("<b>kill</b> my<i>s</i>elf", "kill myself")]
    [InlineData("x < 5 <> &lt;name&gt;", "x < 5 <> <name>")]
    [InlineData("a<span style=\"display:none;max-height:0\">preheader</span>b", "ab")]
    [InlineData("<div style='max-height:0px;overflow:hidden'>preheader</div>b", "b")]
    [InlineData("a<b hidden style='display:block'>seen</b>", "aseen")]
    [InlineData("a<b style='display: inline' hidden>seen</b>", "aseen")]
    [InlineData("a<b style='display: none' hidden>not</b>", "a")]
    [InlineData("a<b style='color: red' hidden>not</b>", "a")]
    [InlineData("<table><td style='font-size:0px'><span style='font-size:13px'>a</span> b", "a \n")]
    [InlineData("<form style='font-size:0px'>a<h1>b</form>c<h1>d", "d\n")]
    [InlineData("<form style='display:none'>a<h1>b</form>c<h1>d", "d\n")]
    [InlineData("<head><title>x</title><style>y</style></head>a", "a")]
    [InlineData("<head>a", "a")]
    [InlineData("<!--[if mso]>x<![endif]--><!--[if !mso]><!-->a<!--<![endif]--><![if !mso]>b<![endif]>", "ab")]
    [InlineData("&Eacute;&eacute &#146; &#x80; &NotEqualTilde; &notin; &notit; &#0;", "Éé ’ € \u2242\u0338 ∉ ¬it; \uFFFD")]
    public void Read_Html_IsWhatAPersonSees(string html, string seen) =>
        Assert.Equal(seen, SentenceEnds.WithoutParts(Read(html).ToString()));

    [Theory]
    [InlineData("own<blockquote type=\"cite\">q</blockquote>own", "q")]
    [InlineData("own<blockquote>own</blockquote>", "")]
    [InlineData(
        "own<div class=\"x gmail_quote\"><div class=gmail_attr>On x wrote:<br></div>"
            + "<blockquote>q<blockquote>r</blockquote></blockquote></div>own",
        "On x wrote:|q r"
    )]
    [InlineData(
        "<div class=gmail_quote><blockquote class=gmail_quote>q</blockquote>own<blockquote class=gmail_quote>r</blockquote></div>",
        "q|r"
    )]
    [InlineData("<div class=gmail_quote><div class=gmail_attr>---------- Forwarded message ---------<br>From: x</div>forwarded</div>", "")]
    [InlineData("own<div class=moz-cite-prefix>x wrote:</div><blockquote type=cite>q</blockquote>own", "x wrote:|q")]
    [InlineData("own<div id=appendonsend></div><hr><div id=divRplyFwdMsg>From: x</div>q", "From: x q")]
    [InlineData("own<div class='yahoo_quoted' id='yahoo_quoted_1'>q</div>own", "q")]
    [InlineData(
        "own<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p><b>Von:</b> x<br>"
            + "<b>Gesendet:</b> y<br><b>An:</b> z</p></div></div><p>q",
        "Von: x Gesendet: y An: z q"
    )]
    [InlineData("own<div style='border:none;border-top:solid black 1pt'>Jane<br>555-1234</div>own", "")]
    [InlineData("own<div>On Tue, 4 Nov 2025 10:00 x wrote:</div><blockquote style='x'>q</blockquote>own", "q")]
    [InlineData("it says:<blockquote>own</blockquote>", "")]
    [InlineData("own<div style='display:none'><blockquote type=cite>x</blockquote></div>own", "")]
    public void Read_MarkedQuote_IsTold(string html, string quotes)
    {
        var seen = Read(html);

        Assert.Equal(quotes, string.Join('|', seen.Quotes.Select(Shown)));

        string Shown(TextRange quote) =>
            SentenceEnds.WithoutParts(seen.ToString().Substring(quote.Start, quote.Length)).Trim().Replace('\n', ' ');
    }

    [Fact]
    public void Read_HostileMarkup_EndsInLinearSteps()
    {
        foreach (
            var piece in new[]
            {
                "<",
                "<b>",
                "<p>",
                "<table>",
                "<td>",
                "<table><tr><td>",
                "<li>",
                "<a>",
                "</i>",
                "</p>",
                "<!--",
                "<!",
                "</",
                "<x",
                "<b a='",
                "<b a=",
                "<style>",
                "<textarea></",
                "&",
                "&#",
                "&ampampampampampampampampampampamp",
                "<blockquote type=cite>",
                "<blockquote>On 2025:",
                "<div style='border:none;border-top:solid'>a:\n",
                "<div class='gmail_quote gmail_quote'>",
                "<form></form>",
                "<div style='display:none'>",
                "<!-- -- ",
                "\n",
                "<br>",
            }
        )
        {
            var html = string.Concat(Enumerable.Repeat(piece, LongRun.Of(200_000) / piece.Length));
            Assert.InRange(Read(html).Length, 0, html.Length);
            Assert.InRange(Read(string.Concat(Enumerable.Repeat("<b>", 500)) + html).Length, 0, html.Length + 1_500);
        }
    }

    private static SeenText Read(string html)
    {
        var seen = new SeenText();
        SeenTextReader.Read(seen, html, TextFormat.Html, int.MaxValue);
        return seen;
    }
}
