using AutoResolve.Seen;
using AutoResolve.Words;

namespace AutoResolve.Tests.Seen;

public sealed class RemainsTests
{
    [Theory]
    [InlineData("I can=E2=80=99t sign in", "I can’t sign in")]
    [InlineData("I can=E2=80=99t sign=\r\n in=20\r\nto it", "I can’t sign in \r\nto it")]
    [InlineData("a long line that is bro=\nken and has =3D signs=20\nhere=2E", "a long line that is broken and has = signs \nhere.")]
    [InlineData("see https://x.example/?a=x&b=20 =E2=80=93 it=\n self", "see https://x.example/?a=x&b=20 – it self")]
    [InlineData("contrase=C3=B1a", "contraseña")]
    [InlineData("=F0=9F=98=80", "😀")]
    [InlineData("I canâ€™t sign in", "I can’t sign in")]
    [InlineData("â€œhelloâ€\u009D", "“hello”")]
    [InlineData("contraseÃ±a, cafÃ©", "contraseña, café")]
    [InlineData("ESPAÃ‘A", "ESPAÑA")]
    [InlineData("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет")]
    [InlineData("30Â°, 5Â\u00A0kg", "30°, 5 kg")]
    [InlineData("ðŸ˜€", "😀")]
    [InlineData("ç™»å½•", "登录")]
    [InlineData("I&nbsp;can&#39;t &lt;b&gt; &amp; &eacute;", "I can't <b> & é")]
    [InlineData("can=E2=80=99t&nbsp;â€™", "can’t ’")]
    [InlineData("=3Chtml=3E=E2=80=99<p>x</p>", "’\nx\n")]
    public void Read_CertainRemains_AreRepaired(string text, string seen) =>
        Assert.Equal(seen, SentenceEnds.WithoutParts(Read(text).ToString()));

    [Theory]
    [InlineData("a=20")]
    [InlineData("a=20, b=30, c=40")]
    [InlineData("x = 5\ny =\n7")]
    [InlineData("=====\n=====")]
    [InlineData("https://x.example/?q=3D&id=20&x=C3")]
    [InlineData("err=E9")]
    [InlineData("“AMANHÃ”")]
    [InlineData("«non so cos'è…»")]
    [InlineData("på…”")]
    [InlineData("VOILÀ® café… naïve señor Ångström Ärger")]
    [InlineData("AT&T, R&D; Q&A; &c; this &nbsp that")]
    [InlineData("привет, 登录, é")]
    public void Read_AnythingElse_IsLeftAsItIs(string text) => Assert.True(Read(text).IsSource);

    [Fact]
    public void ToSource_RepairedWord_IsAllOfIt()
    {
        const string Text = "<p>I can=E2=80=99t si=\ngn&nbsp;in, cafÃ©</p>=20\n";
        var seen = Read(Text);
        var places = Tokenizer.Read(seen.ToString()).Select(word => seen.ToSource(new TextRange(word.Start, word.Length)));

        Assert.Equal(["I", "can=E2=80=99t", "si=\ngn", "in", "cafÃ©"], places.Select(place => Text.Substring(place.Start, place.Length)));
        Assert.Equal(UndecodedRemains.QuotedPrintable | UndecodedRemains.Mojibake, seen.Remains);
    }

    [Fact]
    public void Read_HostileRemains_Ends()
    {
        foreach (var piece in new[] { "=", "=\n", "=E2=80", "Ã", "â€", "&", "&#", "&#x1", "&amp", "=3D", "ðŸ", "=\r" })
            Assert.InRange(Read(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))).Length, 0, 1_000_000);
    }

    private static SeenText Read(string text)
    {
        var seen = new SeenText();
        SeenTextReader.Read(seen, text, TextFormat.Unknown, int.MaxValue);
        return seen;
    }
}
