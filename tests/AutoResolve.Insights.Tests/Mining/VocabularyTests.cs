using AutoResolve.Insights.Mining;

namespace AutoResolve.Insights.Tests.Mining;

public sealed class VocabularyTests
{
    [Fact]
    public void Of_MaskBetweenTwoWords_MakesNoPairOfThem()
    {
        var vocabulary = Vocabulary.Of(Enumerable.Repeat("reset [PII_EMAIL] password please", 6));

        Assert.Equal(
            ["password", "please", "reset", "password please"],
            Enumerable.Range(0, vocabulary.Count).Select(phrase => vocabulary[phrase])
        );
        Assert.Equal(4, vocabulary.Find("reset [PII_EMAIL] password please").Length);
    }
}
