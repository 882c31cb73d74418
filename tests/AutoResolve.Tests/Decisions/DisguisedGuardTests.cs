namespace AutoResolve.Tests.Decisions;

/// <summary>Guards read disguised words as they are meant; all other rules read what stands there.</summary>
public sealed class DisguisedGuardTests
{
    private static readonly Rulebook Rules = SomeRules.Load(
        SomeRules.Set(
            "guards",
            """ "guard": true, """,
            SomeRules.Rule("guard", """{ "outcome": "escalate" }""", when: """{ "anyOf": ["kill myself", "suicide"] }""")
        ),
        SomeRules.Set("rest", "", SomeRules.Rule("answer", when: """{ "anyOf": ["cannot sign in", "k1ll", "suicide"] }"""))
    );

    [Theory]
    [InlineData("I cannot sign in and I will k1ll myself", "k1ll myself")]
    [InlineData("I cannot sign in and I will kiII myself", "kiII myself")]
    [InlineData("I cannot sign in. s u i c i d e", "s u i c i d e")]
    [InlineData("I cannot sign in. I'll killmyself", "killmyself")]
    [InlineData("I cannot sign in. sui cide", "sui cide")]
    public void Decide_Disguised_IsGuardedAndPointsToWhatStandsThere(string text, string evidence)
    {
        var issue = SomeRules.Issue(text);
        var explanation = Rules.Explain(issue);

        Assert.Equal(ResolutionReason.Guarded, explanation.Resolution.Reason);
        Assert.Equal(evidence, Assert.Single(explanation.Winner!.Evidence).TextIn(issue));
    }

    [Fact]
    public void Decide_DisguisedInTitleOrTurn_IsGuarded()
    {
        var issue = SomeRules.Issue("I cannot sign in");

        Assert.Equal(ResolutionReason.Guarded, Rules.Decide(issue with { Title = "su1c1de" }).Reason);
        Assert.Equal(
            ResolutionReason.Guarded,
            Rules.Decide(issue with { Turns = [new Turn { Id = "1", Text = "still not. I'll k!ll myself" }] }).Reason
        );
        Assert.Equal(
            ResolutionReason.Guarded,
            Rules.Decide(issue with { Text = "<p>I cannot sign in. I'll k1ll<br>myself</p>", Format = TextFormat.Html }).Reason
        );
    }

    [Fact]
    public void Decide_DisguisedForARuleThatIsNoGuard_IsNotRead()
    {
        var rulebook = SomeRules.Load(SomeRules.Set("rest", "", SomeRules.Rule("answer", when: """{ "anyOf": ["suicide"] }""")));

        Assert.Equal(ResolutionReason.NoRuleMatched, rulebook.Decide("su1c1de").Reason);
        Assert.Equal("answer", Rules.Decide("code k1ll").Rule?.Id);
    }
}
