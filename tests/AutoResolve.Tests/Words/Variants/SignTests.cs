using AutoResolve.Matching;
using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Words.Variants;

/// <summary>Signs that make another word count.</summary>
public sealed class SignTests
{
    [Theory]
    [InlineData("c#", "my C# course", true)]
    [InlineData("c#", "vitamin c", false)]
    [InlineData(".net", "the .NET class", true)]
    [InlineData(".net", "my net pay", false)]
    [InlineData("-5", "it says -5", true)]
    [InlineData("-5", "2-5", false)]
    [InlineData("£20", "paid £ 20", true)]
    [InlineData("£20", "room 20", false)]
    [InlineData("£20", "£20,000", false)]
    [InlineData("100 %", "at 100% now", true)]
    [InlineData("100 %", "100 days", false)]
    [InlineData("5 GHz", "2.5 GHz", false)]
    [InlineData("1,000", "1,000 miles", true)]
    [InlineData("1,000", "1000 miles", true)]
    [InlineData("error 105", "error 105.", true)]
    [InlineData("error 105", "Error no. 105", true)]
    [InlineData("error 105", "error 105.3", false)]
    [InlineData("IT", "when I click it", false)]
    [InlineData("IT", "the IT people", true)]
    public void Find_WithItsSigns(string phrase, string text, bool isFound) => AssertFound(phrase, text, isFound);

    [Theory]
    [InlineData("ill", "I'll go", false)]
    [InlineData("ill", "I will go", false)]
    [InlineData("ill", "I am ill", true)]
    [InlineData("=ill", "I\u2019ll go", false)]
    [InlineData("=ill", "I am ill", true)]
    [InlineData("I'll", "I was ill", false)]
    [InlineData("I'll", "I will go", true)]
    [InlineData("I'll", "I\u2019ll go", true)]
    [InlineData("were", "we're here", false)]
    [InlineData("were lost", "was lost", true)]
    [InlineData("we're", "they were lost", false)]
    [InlineData("we're here", "we are here", true)]
    [InlineData("id", "I'd like", false)]
    [InlineData("can't", "cant", true)]
    [InlineData("wont", "won't", true)]
    public void Find_ContractionsThatAreOtherWords_AreNotMistaken(string phrase, string text, bool isFound) =>
        AssertFound(phrase, text, isFound);

    private static void AssertFound(string phrase, string text, bool isFound)
    {
        var rule = Programs.Rule($$"""{ "anyOf": ["{{phrase}}"], "denied": true }""");

        Assert.Equal(isFound ? Truth.True : Truth.False, rule.When.Evaluate(Programs.Text(text), FactValues.None));
    }
}
