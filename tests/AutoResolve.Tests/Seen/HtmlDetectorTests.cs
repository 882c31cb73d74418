using AutoResolve.Seen;

namespace AutoResolve.Tests.Seen;

public sealed class HtmlDetectorTests
{
    [Theory]
    [InlineData("<!DOCTYPE html><p>x")]
    [InlineData("\uFEFF\n <html lang=en>x")]
    [InlineData("<body>x")]
    [InlineData("I want to <b>kill</b> myself")]
    [InlineData("a<br>b")]
    [InlineData("a<BR />b")]
    [InlineData("<div dir=\"ltr\">x</div>")]
    [InlineData("<p class=MsoNormal>x<o:p></o:p></p>")]
    [InlineData("<a href='a>b'>x</a> 5 < 6")]
    public void IsHtml_Html_IsKnown(string text) => Assert.True(HtmlDetector.IsHtml(text));

    [Theory]
    [InlineData("")]
    [InlineData("I typed <name>")]
    [InlineData("I typed <b> and nothing happened")]
    [InlineData("x < 5 and y > 3")]
    [InlineData("<kill>")]
    [InlineData("<3 thanks <3")]
    [InlineData("write to <b>me</b> <jane@example.com>")]
    [InlineData("see <https://example.com> or <mailto:x@example.com>")]
    [InlineData("<name>Jane</name>")]
    [InlineData("the </b> before the <b>")]
    [InlineData("<br")]
    [InlineData("<p")]
    [InlineData("if a<b then c</b")]
    [InlineData("<htmlx>")]
    [InlineData("&nbsp;")]
    public void IsHtml_AnythingElse_IsPlain(string text) => Assert.False(HtmlDetector.IsHtml(text));
}
