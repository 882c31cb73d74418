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
    [InlineData(".net", "see example.net", false)]
    [InlineData("A+", "type A+ blood", true)]
    [InlineData("A+", "it was an A+.", true)]
    [InlineData("A+", "vitamin a + zinc", false)]
    [InlineData("A+", "a+b", false)]
    [InlineData("24/7", "open 24/7.", true)]
    [InlineData("24/7", "on 24/7/2025", false)]
    [InlineData("24/7", "on 1/24/7", false)]
    [InlineData("error 404", "error 404/500", true)]
    [InlineData("five days", "fifty-five days", false)]
    [InlineData("five days", "twenty five days", false)]
    [InlineData("five days", "5 days", true)]
    [InlineData("five days", "fifty. Five days", true)]
    [InlineData("1,500", "1,500,000 people", false)]
    [InlineData("1500", "1,500,000 people", false)]
    [InlineData("1500", "paid 1,500.", true)]
    [InlineData("$20", "20 dollars", true)]
    [InlineData("20 dollars", "$20", true)]
    [InlineData("20 dollars", "20 people", false)]
    [InlineData("two hours", "2 hrs on hold", true)]
    [InlineData("can not", "can didn't", false)]
    [InlineData("can not", "I can't", true)]
    [InlineData("not working", "it isn't working", true)]
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

    [Theory]
    [InlineData("c#", "my C# course", "C#")]
    [InlineData("c# course", "my C# course", "C# course")]
    [InlineData(".net", "the .NET class", ".NET")]
    [InlineData("£20", "paid £ 20 then", "£ 20")]
    [InlineData("100 %", "at 100% now", "100%")]
    [InlineData("100 %", "at 100 percent now", "100 percent")]
    [InlineData("-5", "it says -5", "-5")]
    public void Evidence_OfAPhraseWithSigns_HasThem(string phrase, string text, string evidence)
    {
        var issue = Programs.Text(text);
        var found = Assert.Single(Programs.Examine(Programs.Rule($$"""{ "anyOf": ["{{phrase}}"] }"""), issue).Evidence);

        Assert.Equal(evidence, found.TextIn(issue.Delivered));
    }

    private static void AssertFound(string phrase, string text, bool isFound)
    {
        var rule = Programs.Rule($$"""{ "anyOf": ["{{phrase}}"], "denied": true }""");

        Assert.Equal(isFound ? Truth.True : Truth.False, rule.When.Evaluate(Programs.Text(text), FactValues.None));
    }
}
