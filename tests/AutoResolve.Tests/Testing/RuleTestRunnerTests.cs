using AutoResolve.Testing;

namespace AutoResolve.Tests.Testing;

public sealed class RuleTestRunnerTests
{
    private const string When = """
        { "all": [{ "anyOf": ["sign in"] }, { "any": [{ "anyOf": ["loop"] }, { "field": "code", "equals": "002" }] }],
          "none": [{ "anyOf": ["password"] }] }
        """;

    [Fact]
    public void Run_TestsThatHold_Pass()
    {
        var report = Run(
            When,
            """
            [
              { "text": "sign in loop", "match": true },
              { "text": "sign in", "fields": { "code": "002" }, "match": true },
              { "text": "sign in loop, password", "match": false }
            ]
            """
        );

        Assert.Equal((3, 0), (report.Passed, report.Failed));
        Assert.Equal([1, 2, 3], report.Results.Select(result => result.Number));
    }

    [Fact]
    public void Run_MissingMatch_BlamesTheConditionsThatFailed()
    {
        var failure = Failure(When, """[{ "text": "sign in, my password", "match": true }]""");

        Assert.Equal(("the rule matches", "it does not match"), (failure.Expected, failure.Got));
        Assert.Equal(["/when/all/1/any/0", "/when/all/1/any/1/equals", "/when/none/0"], failure.Blame.Select(blamed => blamed.Pointer));
        Assert.Equal(["password"], failure.Blame[2].Evidence);
    }

    [Fact]
    public void Run_UnwantedMatch_BlamesTheConditionsThatHeld()
    {
        var failure = Failure(When, """[{ "text": "Sign-in loop", "match": false }]""");

        Assert.Equal("it matches", failure.Got);
        Assert.Equal(["/when/all/0", "/when/all/1/any/0"], failure.Blame.Select(blamed => blamed.Pointer));
        Assert.Equal(["Sign-in"], failure.Blame[0].Evidence);
    }

    [Fact]
    public void Run_OutOfScope_SaysByWhichKey()
    {
        var failure = Failure(
            When,
            """[{ "text": "sign in loop", "channel": "web", "match": true }]""",
            """ "scope": { "channel": ["phone"], "locale": ["en"] },"""
        );

        Assert.Equal("the issue is not in the rule's scope (channel is web, not phone)", failure.Got);
        Assert.Empty(failure.Blame);
    }

    [Theory]
    [InlineData("""{ "incident": "INC-1" }""", true)]
    [InlineData("""{ "incident": "INC-2" }""", false)]
    [InlineData("{}", false)]
    public void Run_FactsOfATest_AreUsed(string facts, bool matches)
    {
        var report = Run(
            """{ "all": [{ "anyOf": ["sign in"] }, { "fact": "incident", "equals": "INC-1" }] }""",
            $$"""[{ "text": "I sign in", "facts": {{facts}}, "match": true }]"""
        );

        Assert.Equal(matches, report.Results[0].Passed);
    }

    [Theory]
    [InlineData("draft", "")]
    [InlineData("shadow", "")]
    [InlineData("suggest", "")]
    [InlineData("active", "")]
    [InlineData("active", """ "until": "2020-01-01",""")]
    [InlineData("active", """ "rollout": { "percent": 0, "by": "issue" },""")]
    public void Run_Outcome_WhateverStatusDatesAndRollout(string status, string more)
    {
        var report = Run(
            SomeRulebook.WithRule(When, """[{ "text": "sign in loop", "match": true, "outcome": "ignored" }]""", more, status)
        );

        Assert.Null(Assert.Single(report.Results).Failure);
    }

    [Fact]
    public void Run_OtherOutcome_Fails()
    {
        var failure = Failure(When, """[{ "text": "sign in loop", "match": true, "outcome": "answered" }]""");

        Assert.Equal("answered by some.rule", failure.Expected);
        Assert.StartsWith("ignored by some.rule: ", failure.Got, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OutcomeByAnotherRule_Fails()
    {
        var failure = Failure(When, """[{ "text": "sign in loop, my lawyer", "match": true, "outcome": "ignored" }]""");

        Assert.StartsWith("routed by some.strong: ", failure.Got, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Coverage_SaysWhatNoTestHasSeen()
    {
        var report = Run(
            """{ "all": [{ "anyOf": ["a1"] }, { "use": "loud" }] }""",
            """[{ "text": "a1 shouting", "match": true }, { "text": "shouting", "match": false }]"""
        );

        Assert.All(report.Coverage.Where(condition => condition.Owner == "some"), condition => Assert.False(condition.SeenFalse));
        Assert.Contains(report.Coverage, condition => condition is { Owner: "some.rule", Pointer: "/when/all/0", IsComplete: true });
        Assert.Contains(report.Coverage, condition =>
            condition.Description.Contains("shouting", StringComparison.Ordinal) && condition is { SeenTrue: true, SeenFalse: false }
        );
        Assert.InRange(report.CoveragePercent, 50, 99);
    }

    [Fact]
    public void Run_RuleWithoutTests_CoversNothing() => Assert.Equal(0, Run(When, "").CoveragePercent);

    [Fact]
    public void Run_RuleNotChosen_IsLeftOut() =>
        Assert.Empty(RuleTests.In(SomeRulebook.WithRule(When, """[{ "text": "a", "match": true }]""")).Run([]).Results);

    [Fact]
    public void Run_RuleThatIsNotThere_IsRefused() =>
        Assert.Throws<ArgumentException>("ruleIds", () => RuleTests.In(SomeRulebook.WithRule(When, "")).Run(["some.other"]));

    private static RuleTestFailure Failure(string when, string tests, string more = "") =>
        Run(SomeRulebook.WithRule(when, tests, more)).Results[0].Failure!;

    private static RuleTestReport Run(string when, string tests) => Run(SomeRulebook.WithRule(when, tests));

    private static RuleTestReport Run(Rulebook rulebook) => RuleTests.In(rulebook).Run(["some.rule"]);
}
