using AutoResolve.Rules;

namespace AutoResolve.Tests.Rules;

/// <summary>What is said where a name is not there.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("sign-in", "a", " Did you mean 'sign-in'?")]
    [InlineData(null, "b", " There is 'b'.")]
    [InlineData(null, "b a", " There are 'a', 'b'.")]
    [InlineData(null, "f e d c b a", " There are 'a', 'b', 'c', 'd', 'e' and 1 more.")]
    [InlineData(null, "", "")]
    public void DidYouMean_NothingIsClose_NamesWhatThereIs(string? suggestion, string known, string expected) =>
        Assert.Equal(expected, Spelling.DidYouMean(suggestion, known.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
