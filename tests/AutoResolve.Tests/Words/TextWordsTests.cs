using AutoResolve.Words;

namespace AutoResolve.Tests.Words;

public sealed class TextWordsTests
{
    [Theory]
    [InlineData("Mi teléfono y la Computadora portátil")]
    [InlineData("I can't, it's o'clock e-mail x_y 24/7 naïve ÀÉ \u212Aiosk \uFF21\uFF22")]
    [InlineData("averyveryverylongwordindeed incomprehensibilities ünbelievablylongwördshere")]
    [InlineData("字 слово 단어 \U0001D400")]
    public void MayHave_WordOfTheText_IsSaid(string text)
    {
        var words = Read(text);

        Assert.All(Tokenizer.Read(text), word => Assert.True(words.MayHave(WordKey.Of(word.Folded)), word.Folded));
    }

    [Fact]
    public void MayHave_OtherWords_AreHardlyEverSaid()
    {
        var words = Read(string.Join(' ', Enumerable.Range(0, 40).Select(number => $"word{number}")));

        Assert.InRange(Enumerable.Range(0, 1_000).Count(number => words.MayHave(WordKey.Of($"other{number}"))), 0, 20);
    }

    [Fact]
    public void Read_AnotherText_ForgetsTheFirst()
    {
        var words = Read("telephone");
        words.Read("computer", [new TextRange(0, 8)]);

        Assert.False(words.MayHave(WordKey.Of("telephone")));
    }

    private static TextWords Read(string text)
    {
        var words = new TextWords();
        words.Read(text, [new TextRange(0, text.Length)]);
        return words;
    }
}
