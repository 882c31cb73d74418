namespace AutoResolve.Tests.Decisions;

/// <summary>What a sentence for staff says of a match.</summary>
public sealed class SummaryTests
{
    [Fact]
    public void Summary_FieldsAndFacts_AreNamed()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "one",
                """ "facts": { "incident": "Open incident" }, """,
                SomeRules.Rule(
                    "a",
                    when: """
                    { "all": [ { "field": "code", "exists": true }, { "field": "state", "equals": "locked" },
                      { "fact": "incident", "exists": true } ] }
                    """
                )
            )
        );

        var resolution = rulebook.Decide(
            SomeRules.Issue("x", fields: [("code", "secret"), ("state", "locked")]),
            new Dictionary<string, string?> { ["incident"] = "7" }
        );

        Assert.StartsWith("Rule a matched code, state \"locked\" and the fact incident.", resolution.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"regex\": \"inbox of \\\\w+@\\\\w+\"", "a pattern")]
    [InlineData("\"contains\": [\"of bob@\"]", "\"of bob@\"")]
    [InlineData("\"anyOf\": [\"=inbox\"]", "\"inbox\"")]
    public void Summary_SignsThatAreNotOfPhrases_QuoteNobody(string condition, string said)
    {
        var rulebook = SomeRules.Load(SomeRules.Rule("a", when: $"{{ {condition} }}"));

        Assert.StartsWith($"Rule a matched {said}.", rulebook.Decide("the inbox of bob@example").Summary, StringComparison.Ordinal);
    }
}
