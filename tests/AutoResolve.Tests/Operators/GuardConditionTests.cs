using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Operators;

/// <summary>A named condition of a guard is read as guards read, also where a rule that it holds back asks for it.</summary>
public sealed class GuardConditionTests
{
    private const string Guards = """
        { "set": "guards", "title": "Guards", "owner": "support", "guard": true, "shared": true,
          "conditions": { "threat": { "anyOf": ["knife fight"] }, "open": { "use": "threat" } },
          "rules": [ { "id": "guards.threat", "title": "Threat", "type": "guard/threat", "status": "active", "when": { "use": "threat" },
            "then": { "outcome": "escalate", "team": "people" } } ] }
        """;

    [Theory]
    [InlineData("I cannot sign in", true)]
    [InlineData("I cannot sign in, a knife fight", false)]
    [InlineData("I cannot sign in, a knifr fight", false)]
    [InlineData("I cannot sign in. There was no knife fight", false)]
    [InlineData("I cannot sign in. A knife. Fight!", false)]
    [InlineData("I cannot sign in to the kitchen shop", true)]
    public void Rule_HeldBackByWhatAGuardSays_GoesOnOnlyWhereNoGuardWouldHold(string text, bool holds)
    {
        Assert.Equal(holds, Holds("sign in", "threat", text));
        Assert.Equal(holds, Holds("sign in", "open", text));
    }

    // What keeps a rule from holding is exact: so its words are known, and would stand in the way of the rule's own.
    [Fact]
    public void Rule_HeldBackByWhatAGuardSays_BearsTypingErrorsAsBefore() => Assert.True(Holds("right", "threat", "I turned zight"));

    private static bool Holds(string phrase, string condition, string text)
    {
        var rule = $$"""
            { "set": "rules", "title": "Rules", "owner": "support", "rules": [ { "id": "rules.one", "title": "One", "type": "a/b",
              "status": "active", "when": { "all": [ { "anyOf": ["{{phrase}}"] } ], "none": [ { "use": "{{condition}}" } ] },
              "then": { "outcome": "route", "team": "people" } } ] }
            """;
        var (program, problems) = Programs.TryCompile([Guards, rule]);
        Assert.Equal("", problems);
        var compiled = program.Rules.Single(one => one.Rule.Id.Value == "rules.one");
        return Programs.Holds(compiled, Programs.Text(text));
    }
}
