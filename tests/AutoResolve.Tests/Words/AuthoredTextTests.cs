using AutoResolve.Words;

namespace AutoResolve.Tests.Words;

public sealed class AuthoredTextTests
{
    [Theory]
    [InlineData("mine", "mine")]
    [InlineData("mine\n> theirs\nmine too", "mine|mine too")]
    [InlineData("mine\r\n>theirs\r\n", "mine")]
    [InlineData("mine\n  > theirs", "mine")]
    [InlineData("mine\nOn Mon, Jan 5, 2026 at 3 PM Help <help@x.y> wrote:\n> theirs\n\nmine below", "mine|mine below")]
    [InlineData("mine\nOn Mon, Jan 5, 2026 at 3 PM Help\n<help@x.y> wrote:\n> theirs\nmine below", "mine|mine below")]
    [InlineData("mine\r\nOn Mon, Jan 5, 2026 at 3 PM Help\r\n<help@x.y> wrote:\r\n> theirs\r\nmine below", "mine|mine below")]
    [InlineData("mine\nOn Monday the help desk wrote:\ntheirs without marks", "mine")]
    [InlineData("mío\nEl lun, 5 ene 2026, Ayuda escribió:\n> suyo", "mío")]
    [InlineData("mine\n-----Original Message-----\nFrom: a\ntheirs", "mine")]
    [InlineData("mine\nFrom: Help\nSent: Monday\nTo: me\nSubject: x\n\ntheirs", "mine")]
    [InlineData("mío\nDe: Ayuda\nEnviado: lunes\nPara: mí\n\nsuyo", "mío")]
    [InlineData("mine\n-- \nJane Doe\n555-1234", "mine")]
    [InlineData("mine\n--\nJane Doe", "mine")]
    [InlineData("mine\nSent from my iPhone", "mine")]
    [InlineData("mío\nEnviado desde mi iPhone", "mío")]
    [InlineData(
        "mine\n---------- Forwarded message ---------\nFrom: a\nstill to be read",
        "mine\n---------- Forwarded message ---------\nFrom: a\nstill to be read"
    )]
    [InlineData("On the page it says error 5", "On the page it says error 5")]
    [InlineData("From: the menu I chose upload", "From: the menu I chose upload")]
    [InlineData("> only\n> quoted", "> only\n> quoted")]
    [InlineData("Sent from my iPhone", "Sent from my iPhone")]
    [InlineData("", "")]
    public void Find_Message_LeavesOutQuotesAndSignature(string text, string own) =>
        Assert.Equal(own, string.Join('|', Find(text).Select(range => text.Substring(range.Start, range.Length).Trim())));

    [Fact]
    public void Find_HostileLines_Ends()
    {
        foreach (var line in new[] { "On \n", "From:\n", ">\n", "\n", "\r", "On x wrote:\n>\n", "--x\n", "From:\n\n\n" })
        {
            var text = string.Concat(Enumerable.Repeat(line, 100_000 / line.Length));
            Assert.All(Find(text), range => Assert.InRange(range.Start + range.Length, 0, text.Length));
        }
    }

    private static List<TextRange> Find(string text)
    {
        List<TextRange> own = [];
        AuthoredText.Find(text, own);
        return own;
    }
}
