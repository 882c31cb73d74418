using AutoResolve.Insights.Figures.Reporting.Html;

namespace AutoResolve.Insights.Tests.Figures.Html;

public sealed class HtmlLinkTests
{
    [Theory]
    [InlineData("https://github.com/department-of-veterans-affairs/va.gov-team/issues/136507", "github.com … issues/136507")]
    [InlineData("https://example.org/issues/7", "example.org/issues/7")]
    [InlineData("HTTP://Example.org", "example.org")]
    [InlineData("https://bugs.example.org:8443/show_bug.cgi?id=7&a=b", "bugs.example.org:8443/show_bug.cgi?id=7&a=b")]
    public void Of_Address_IsALinkWithAShortText(string address, string expected)
    {
        var link = HtmlLink.Of(address)!;

        Assert.Equal(expected, link.Text);
        Assert.StartsWith("http", link.Address, StringComparison.Ordinal);
    }

    // Its end says which of them it is.
    [Fact]
    public void Of_LongAddress_KeepsItsEnd() =>
        Assert.Matches("…b*-the-end$", HtmlLink.Of($"https://example.org/{new string('a', 500)}/{new string('b', 500)}-the-end")!.Text);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt://example.org/%0aalert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://example.org/x")]
    [InlineData("//example.org/x")]
    [InlineData("www.example.org")]
    [InlineData("issue 7")]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("https:///x")]
    [InlineData("https:example.org")]
    [InlineData("https://user:pass@example.org/x")]
    [InlineData("https://github.com@evil.example/x")]
    [InlineData("https://example.org/\" onclick=\"alert(1)")]
    [InlineData("https://example.org/'x")]
    [InlineData("https://example.org/<script>")]
    [InlineData("https://example.org\\@evil.example/")]
    [InlineData("https://example.org/a b")]
    [InlineData(" https://example.org/")]
    [InlineData("https://example.org/\n")]
    [InlineData("https://exam\tple.org/")]
    [InlineData("https://example.org/\u202Ecod.exe")]
    [InlineData("https://gіthub.com/x")]
    public void Of_AnythingElse_StaysText(string text) => Assert.Null(HtmlLink.Of(text));
}
