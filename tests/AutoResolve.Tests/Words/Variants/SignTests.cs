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
    [InlineData("#1", "I have 1 question", false)]
    [InlineData("#1", "claim #1", true)]
    [InlineData("#1", "number 1", true)]
    [InlineData("no.", "No, I did not", false)]
    [InlineData("no.", "she said no.", false)]
    [InlineData("no.", "no. 5", true)]
    [InlineData("no.", "what is the no. of it", true)]
    [InlineData("claim no.", "I claim no benefits", false)]
    [InlineData("claim no.", "claim no 55", true)]
    [InlineData("claim no.", "my claim number", true)]
    [InlineData("type 2", "I typed 2 letters", false)]
    [InlineData("type 2", "types 2 and 3", true)]
    [InlineData("third request", "one third requested a ride", false)]
    [InlineData("third request", "my 3rd request", true)]
    [InlineData("1,000", "1, 000 was the code", false)]
    [InlineData("I'm", "IM injections", false)]
    [InlineData("I'm", "IM LOCKED OUT", true)]
    [InlineData("I'm", "im locked out", true)]
    [InlineData("msg", "I can't eat MSG so tell them", false)]
    [InlineData("msg", "secure msgs", true)]
    [InlineData("won't", "as is his wont", false)]
    [InlineData("won't", "it wont load", true)]
    [InlineData("pop up", "my pop up-to-date", false)]
    [InlineData("sign in", "sign in blue ink", false)]
    [InlineData("sign up", "hang the sign up there", false)]
    [InlineData("sign up", "can I sign up there", true)]
    [InlineData("setup", "the sun set up north", false)]
    [InlineData("e mail", "vitamin e mail order", false)]
    [InlineData("username", "user: name and rank", false)]
    [InlineData("username", "user-names", true)]
    [InlineData("user name", "the user named above", false)]
    [InlineData("user name", "user names", true)]
    [InlineData("popup", "pop-ups", true)]
    [InlineData("down time", "how long is the downtime", true)]
    [InlineData("US", "outside the U.S. until spring", true)]
    [InlineData("IT", "when I click it", false)]
    [InlineData("IT", "the IT people", true)]
    [InlineData("IT", "IT IS BROKEN AGAIN AND I AM ANGRY", false)]
    [InlineData("US", "TELL US WHAT TO DO PLEASE", false)]
    [InlineData("US", "I live in the US now", true)]
    [InlineData("US", "US", true)]
    [InlineData("IT", "please FIX IT NOW I am waiting", false)]
    [InlineData("May", "MAY I ASK", false)]
    [InlineData("US", "back in the US. THANKS", true)]
    [InlineData("form 10", "form 10-10EZ", false)]
    [InlineData("form 10", "form 10 is late", true)]
    [InlineData("page 10", "pages 10-12", true)]
    [InlineData(".net", "ASP.NET fails", true)]
    [InlineData("Tampa, sign in", "in Tampa, sign in", true)]
    [InlineData("it's not. Working", "it's not. Working", true)]
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
