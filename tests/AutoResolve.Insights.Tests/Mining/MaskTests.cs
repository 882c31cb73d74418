using AutoResolve.Insights.History;
using AutoResolve.Insights.Mining;

namespace AutoResolve.Insights.Tests.Mining;

public sealed class MaskTests
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
    public void Words_WithMasks_AreThoseThatPeopleWrote(string text, string words) =>
        Assert.Equal(words, string.Join('|', Mask.Words(text).Select(word => word.Folded)));

    [Fact]
    public void Vocabulary_MaskBetweenTwoWords_MakesNoPairOfThem()
    {
        var vocabulary = Vocabulary.Of(Enumerable.Repeat("reset [PII_EMAIL] password please", 6));

        Assert.Equal(
            ["password", "please", "reset", "password please"],
            Enumerable.Range(0, vocabulary.Count).Select(phrase => vocabulary[phrase])
        );
        Assert.Equal(4, vocabulary.Find("reset [PII_EMAIL] password please").Length);
    }
}
