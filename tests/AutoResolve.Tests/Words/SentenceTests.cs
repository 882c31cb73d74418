using AutoResolve.Matching;
using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Words;

/// <summary>No phrase runs over the end of a sentence.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("it's not. Working from home", false)]
    [InlineData("is it not? working", false)]
    [InlineData("not!\nworking", false)]
    [InlineData("not\n\nworking", false)]
    [InlineData("it's not\nworking", true)]
    [InlineData("not, working", false)]
    [InlineData("not; working", false)]
    [InlineData("not,working", true)]
    [InlineData("not: working", true)]
    [InlineData("not... working", false)]
    [InlineData("not…working", false)]
    [InlineData("not (working at home today)", false)]
    [InlineData("not (working)", true)]
    [InlineData("(it is not) working", false)]
    [InlineData("(not) working", true)]
    [InlineData("not :( working", false)]
    [InlineData("not ;-) working", false)]
    [InlineData("not \U0001F600 working", false)]
    [InlineData("not ☹ working", false)]
    [InlineData("not™ working", true)]
    [InlineData("Subject: not\nWorking: none", false)]
    [InlineData("not - working", false)]
    [InlineData("not – working", false)]
    [InlineData("not—working", false)]
    [InlineData("not -- working", false)]
    [InlineData("not-working", true)]
    [InlineData("not | working", false)]
    [InlineData("not • working", false)]
    [InlineData("not ¿working", false)]
    [InlineData("not.working", true)]
    [InlineData("it's not.Working from home", false)]
    [InlineData("is it not?Working", false)]
    [InlineData("I did not\n- working at home", false)]
    [InlineData("I did not\n  * working at home", false)]
    public void Find_OverTheEndOfASentence_IsNone(string text, bool isFound) => Assert.Equal(isFound, Finds("not working", text));

    [Theory]
    [InlineData("ext 4", "call me at ext. 4")]
    [InlineData("st louis", "I live in St. Louis")]
    [InlineData("step 2 sign", "step 2. Sign in")]
    [InlineData("not. Working", "it's not. Working")]
    [InlineData("id me", "I use ID.me")]
    [InlineData("May 5 2026", "on May 5, 2026")]
    [InlineData("Tampa, FL", "in Tampa, FL")]
    [InlineData("Tampa, FL", "in Tampa FL")]
    [InlineData("va gov", "on Va.Gov")]
    [InlineData("asp net", "in Asp.NET")]
    [InlineData("dr smith", "Dr.Smith")]
    [InlineData("page - sign in", "the page - sign in")]
    [InlineData("error code 105", "error (code 105)")]
    [InlineData("form 10-10EZ", "form (10-10EZ)")]
    [InlineData("error 105", "Error - 105")]
    [InlineData("step 2 sign", "step 2) sign")]
    [InlineData("Tampa, sign in", "in Tampa, sign in")]
    public void Find_WhereNoSentenceEnds_IsFound(string phrase, string text) => Assert.True(Finds(phrase, text));

    [Theory]
    [InlineData("""{ "anyOf": ["not working"], "acrossSentences": true }""", true)]
    [InlineData("""{ "anyOf": ["@across"] }""", true)]
    [InlineData("""{ "anyOf": ["@within"] }""", false)]
    [InlineData("""{ "near": ["not", "working"], "within": 2 }""", true)]
    [InlineData("""{ "anyOf": ["@short"] }""", true)]
    [InlineData("""{ "anyOf": ["@mixed"] }""", false)]
    [InlineData("""{ "anyOf": ["@alsoMixed"] }""", true)]
    public void Find_AsTheAuthorSays(string when, bool isFound)
    {
        var rule = Programs.Rule(
            when,
            """
            "denied": true,
            "lists": { "across": { "phrases": ["not working"], "acrossSentences": true }, "within": ["not working"], "short": ["not", "not working"],
              "mixed": ["not working", "Tampa, FL"], "alsoMixed": ["not working", "not. Working"] },
            """
        );

        Assert.Equal(isFound ? Truth.True : Truth.False, rule.When.Evaluate(Programs.Text("it's not. Working from home"), FactValues.None));
    }

    private static bool Finds(string phrase, string text) =>
        Programs.Rule($$"""{ "anyOf": ["{{phrase}}"], "denied": true }""").When.Evaluate(Programs.Text(text), FactValues.None)
        == Truth.True;
}
