using AutoResolve.Words;

namespace AutoResolve.Tests.Words;

public sealed class EnglishWordsTests
{
    [Theory]
    [InlineData("call [PII_PHONE] now", "call|now")]
    [InlineData("[email] <NAME> [not kept: redaction failed] [masked]", "")]
    [InlineData("see <b>this</b> page", "see|this|page")]
    [InlineData("a < b and c > d", "a|b|and|c|d")]
    [InlineData("[ [", "")]
    [InlineData("open [bracket", "open|bracket")]
    [InlineData("[a [PII_NAME] b", "a|b")]
    [InlineData("[]", "")]
    public void Of_TextWithMasks_GivesTheWordsThatPeopleWrote(string text, string words) =>
        Assert.Equal(words, string.Join('|', EnglishWords.Of(text).Select(word => word.Folded)));

    [Fact]
    public void Of_MaskBetweenTwoWords_IsABreak()
    {
        var words = EnglishWords.Of("reset [PII_EMAIL] password");

        Assert.InRange(words[1].Position - words[0].Position, 1_001, int.MaxValue);
    }

    [Fact]
    public void FormsOf_Verb_HasItsInflections() =>
        Assert.Equal(["reset", "resets", "resetting"], EnglishWords.FormsOf("reset").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("please", true)]
    [InlineData("x", true)]
    [InlineData("password", false)]
    public void IsCommon_Word_IsSoWhereItTellsNothing(string word, bool isCommon) => Assert.Equal(isCommon, EnglishWords.IsCommon(word));
}
