using AutoResolve.Words;

namespace AutoResolve.Tests.Words;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Sign-in FAILED!", "sign in failed")]
    [InlineData("ID.me", "id me")]
    [InlineData("snake_case", "snake case")]
    [InlineData("error002", "error002")]
    [InlineData("3.14", "3 14")]
    [InlineData("", "")]
    [InlineData("… — !", "")]
    [InlineData("can't can’t can‘t canʼt can`t can´t can＇t", "cant cant cant cant cant cant cant")]
    [InlineData("the users' files", "the users files")]
    [InlineData("'quoted' words", "quoted words")]
    [InlineData("sesión SESIÓN sesion sesio\u0301n", "sesion sesion sesion sesion")]
    [InlineData("Straße STRASSE straẞe", "strasse strasse strasse")]
    [InlineData("ø æ œ ł đ þ Ø Æ", "o ae oe l d th o ae")]
    [InlineData("İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul")]
    [InlineData("ﬁle ｆｕｌｌ Ⅷ", "file full viii")]
    [InlineData("ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ")]
    [InlineData("١٢٣", "123")]
    [InlineData(
        "pass\u200Bword pass\u00ADword \u202Epassword\u202C pass\uFEFFword p\u200Dassword",
        "password password password password password"
    )]
    [InlineData("heart❤️beat", "heart beat")]
    [InlineData("1️⃣", "1")]
    [InlineData("登录失败", "登 录 失 败")]
    [InlineData("サインイン", "サ イ ン イ ン")]
    [InlineData("ｻｲﾝ", "サ イ ン")]
    [InlineData("abc登録def", "abc 登 録 def")]
    [InlineData("ลืมรหัส", "ลื ม ร หั ส")]
    [InlineData("ສະບາຍດີ", "ສ ະ ບ າ ຍ ດີ")]
    [InlineData("ភ្លេច", "ភ្ លេ ច")]
    [InlineData("မေ့နေ", "မေ့ နေ")]
    [InlineData("va๑๒ข", "va12 ข")]
    [InlineData("كلـــمة المـرور", "كلمة المرور")]
    [InlineData("𝐛𝐨𝐥𝐝", "bold")]
    [InlineData("x\u0301\u0302\u0303y", "xy")]
    public void Read_Text_GivesFoldedWords(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Tokenizer.Read(text).Select(word => word.Folded)));

    // Attributes are stored as UTF-8, which has no lone surrogates.
    [Fact]
    public void Read_LoneSurrogates_Separate()
    {
        Assert.Equal(["a", "b", "c"], Tokenizer.Read("a\uD800b\uDC00c\uD83D").Select(word => word.Folded));
        Assert.Empty(Tokenizer.Read("\uDC00\uD800"));
    }

    [Theory]
    [InlineData("がき", "かき")]
    [InlineData("कि", "का")]
    public void Read_MarksThatAreNoAccents_MakeOtherWords(string one, string other) =>
        Assert.NotEqual(Tokenizer.Read(one).Select(word => word.Folded), Tokenizer.Read(other).Select(word => word.Folded));

    [Theory]
    [InlineData("が", "か\u3099")]
    [InlineData("ガ", "ｶﾞ")]
    [InlineData("한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8")]
    public void Read_ComposedAndDecomposed_AreTheSameWords(string one, string other) =>
        Assert.Equal(Tokenizer.Read(one).Select(word => word.Folded), Tokenizer.Read(other).Select(word => word.Folded));

    [Theory]
    [InlineData("  can't  go", "can't|go")]
    [InlineData("cafe\u0301 \u0301x", "cafe\u0301|x")]
    [InlineData("users' x", "users|x")]
    [InlineData("\u200Bpass\u200Bword\u200B", "pass\u200Bword")]
    public void Read_Text_SpansWordsInTheOriginal(string text, string spans) =>
        Assert.Equal(spans, string.Join('|', Tokenizer.Read(text).Select(word => text.Substring(word.Start, word.Length))));

    [Fact]
    public void Read_SeveralRanges_PutsABreakBetweenThem()
    {
        var words = Tokenizer.Read("one two three", [new TextRange(0, 7), new TextRange(8, 5)]);

        Assert.Equal(["one", "two", "three"], words.Select(word => word.Folded));
        Assert.Equal(1, words[1].Position - words[0].Position);
        Assert.True(words[2].Position - words[1].Position > 1_000);
    }
}
