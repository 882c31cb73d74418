using AutoResolve.Matching;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Words;

/// <summary>An idiom takes away only the words that are part of it.</summary>
public sealed class ExceptTests
{
    [Theory]
    [InlineData("sign in", "the sign in the lobby is wrong", false)]
    [InlineData("sign in", "our signs in the lobby", false)]
    [InlineData("sign in", "the sign in page", true)]
    [InlineData("sign in", "I cannot sign in the normal way", true)]
    [InlineData("sign in", "I cannot use the sign in. The page is blank", true)]
    [InlineData("sign in", "the sign in the lobby; I cannot sign in", true)]
    [InlineData("@in", "there is a check in the mail", false)]
    [InlineData("@in", "I cannot check in the usual way", true)]
    [InlineData("off", "I took the sign off the door", true)]
    public void Find_ANounThatReadsLikeAVerb_IsNone(string phrase, string text, bool isFound) =>
        Assert.Equal(
            isFound,
            Programs.Holds($$"""{ "anyOf": ["{{phrase}}"], "denied": true }""", text, """ "lists": { "in": ["check in", "here"] }, """)
        );

    [Theory]
    [InlineData("I am dying to know", false)]
    [InlineData("I am dying to know, and my father is dying", true)]
    [InlineData("My father is dying. I am dying to know", true)]
    [InlineData("I am dying", true)]
    [InlineData("I am dyign to know", false)]
    [InlineData("I am dying to laern", false)]
    [InlineData("I am not dying to know", false)]
    public void AnyOf_CountsWhereItIsNoPartOfAnException(string text, bool holds) =>
        AssertHolds(holds, """{ "anyOf": ["dying"], "except": ["dying to know", "dying to learn"] }""", text);

    [Theory]
    [InlineData("The page suicide prevention is down", false)]
    [InlineData("It is at the bottom of the page. Suicide is all I have left", true)]
    [InlineData("It is on this page, suicide is all I have left", true)]
    [InlineData("Is it on this page? Suicide is all I have left", true)]
    [InlineData("I saw the page\n\nsuicide is all I have left", true)]
    public void AnyOf_NoExceptionRunsOverTheEndOfASentence(string text, bool holds) =>
        AssertHolds(holds, """{ "anyOf": ["suicide"], "acrossSentences": true, "except": ["page suicide"] }""", text);

    [Theory]
    [InlineData("suicide prevention", false)]
    [InlineData("the suicide hotline said: suicide", true)]
    [InlineData("the suicide hotline is down", false)]
    [InlineData("veterans suicide hotline", false)]
    [InlineData("suicide is all I think of", true)]
    public void AnyOf_AnExceptionMayUseLists(string text, bool holds) =>
        AssertHolds(holds, """{ "anyOf": ["@suicide"], "except": ["@suicide @service", "veterans @suicide"] }""", text);

    [Theory]
    [InlineData("""{ "allOf": ["shoot", "foot"], "except": ["in the foot"] }""", "shoot myself in the foot", false)]
    [InlineData("""{ "allOf": ["shoot", "foot"], "except": ["in the foot"] }""", "shoot myself in the foot or the other foot", true)]
    [InlineData(
        """{ "near": ["shoot", "myself"], "within": 2, "except": ["shoot myself in the foot"] }""",
        "shoot myself in the foot",
        false
    )]
    [InlineData("""{ "near": ["shoot", "myself"], "within": 2, "except": ["shoot myself in the foot"] }""", "shoot myself", true)]
    [InlineData("""{ "anyOf": ["red light"], "except": ["light bulb"] }""", "red light bulb", false)]
    [InlineData("""{ "anyOf": ["red light"], "except": ["bulb"] }""", "red light bulb", true)]
    [InlineData("""{ "anyOf": ["red light"], "typos": false, "except": ["light bulb"] }""", "red light bulp", true)]
    [InlineData("""{ "none": [ { "anyOf": ["claim"], "except": ["claim letter"] } ] }""", "my claim letter", true)]
    public void OtherConditions_HaveThemToo(string when, string text, bool holds) => AssertHolds(holds, when, text);

    [Fact]
    public void Explain_TellsThatItIsExcepted()
    {
        var rule = Programs.Rule("""{ "anyOf": ["dying"], "except": ["dying to know"] }""");

        var trace = ConditionTracer.Trace(rule, Programs.Text("dying to know"), FactValues.None);

        var denied = Assert.Single(trace.Denied);
        Assert.Equal(DenialReason.Excepted, denied.Why);
        Assert.Equal("»dying« is not counted: it is part of a phrase that the rule excepts.", denied.Describe("dying"));
    }

    [Fact]
    public void Explain_OfAGuard_NamesTheRuleThatWouldHold()
    {
        var rules = SomeRules.Load(
            SomeRules.Set(
                "g",
                """ "guard": true, """,
                SomeRules.Rule("danger", """{ "outcome": "escalate" }""", """{ "anyOf": ["dying"], "except": ["dying to know"] }""")
            )
        );

        var decision = rules.Decide("dying to know");

        Assert.NotEqual(ResolutionReason.Guarded, decision.Reason);
    }

    [Theory]
    [InlineData("""{ "contains": ["a"], "except": ["b"] }""")]
    [InlineData("""{ "anyOf": ["a"], "except": "b" }""")]
    [InlineData("""{ "anyOf": ["a"], "except": [] }""")]
    [InlineData("""{ "anyOf": ["a"], "except": ["@nothing"] }""")]
    public void Load_AWrongException_IsReported(string when) => Assert.ThrowsAny<Exception>(() => Programs.Rule(when));

    private static void AssertHolds(bool holds, string when, string text)
    {
        var rule = Programs.Rule(
            when,
            """
            "lists": { "suicide": ["suicide"], "service": ["hotline", "prevention"] },
            """
        );

        Assert.Equal(holds ? Truth.True : Truth.False, rule.When.Evaluate(Programs.Text(text), FactValues.None));
    }
}
