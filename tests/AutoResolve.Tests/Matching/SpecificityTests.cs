namespace AutoResolve.Tests.Matching;

public sealed class SpecificityTests
{
    private const string Text = "I was signed out again and again, error 002";

    [Theory]
    [InlineData("""{ "anyOf": ["signed out"] }""", 2)]
    [InlineData("""{ "anyOf": ["error", "signed out", "not there at all"] }""", 2)]
    [InlineData("""{ "anyOf": ["@out"] }""", 2)]
    [InlineData("""{ "allOf": ["signed out", "error"] }""", 3)]
    [InlineData("""{ "near": ["signed out", "again"], "within": 3 }""", 3)]
    [InlineData("""{ "contains": ["rror"] }""", 1)]
    [InlineData("""{ "contains": ["rror", "out again and"] }""", 3)]
    [InlineData("""{ "regex": "signed out again" }""", 1)]
    [InlineData("""{ "expression": "issue.Text.Length > 5" }""", 1)]
    [InlineData("""{ "field": "code", "equals": "002" }""", 1)]
    [InlineData("""{ "field": "page", "equals": "sign in page" }""", 3)]
    [InlineData("""{ "field": "page", "startsWith": "sign", "endsWith": "in page", "exists": true }""", 2)]
    [InlineData("""{ "field": "page", "anyOf": ["sign in"] }""", 2)]
    [InlineData("""{ "field": "other", "exists": false }""", 1)]
    [InlineData("""{ "all": [ { "anyOf": ["signed out"] }, { "anyOf": ["error 002"] }, { "field": "code", "equals": "002" } ] }""", 5)]
    [InlineData("""{ "any": [ { "anyOf": ["again"] }, { "anyOf": ["error 002"] }, { "anyOf": ["a b c d"] } ] }""", 2)]
    [InlineData(
        """{ "all": [ { "anyOf": ["again"] } ], "any": [ { "anyOf": ["error 002"] } ], "none": [ { "anyOf": ["a b c d"] } ] }""",
        3
    )]
    [InlineData("""{ "none": [ { "anyOf": ["a b c d"] } ] }""", 0)]
    [InlineData("""{ "use": "two" }""", 2)]
    public void Match_Condition_CountsWhatHadToBeThere(string when, int specificity)
    {
        var rule = Programs.Rule(
            when,
            """ "lists": { "out": ["signed out", "out again and"] }, "conditions": { "two": { "anyOf": ["error 002"] } },"""
        );

        var match = Programs.Examine(rule, Programs.Text(Text, fields: [("code", "002"), ("page", "sign in page")]));

        Assert.Equal(Truth.True, match.Truth);
        Assert.Equal(specificity, match.Specificity);
    }

    [Fact]
    public void Match_Scope_CountsItsKeys()
    {
        var rule = Programs.Rule(
            """{ "anyOf": ["signed out"] }""",
            more: """ "scope": { "channel": ["phone", "email"], "locale": ["en"] },"""
        );

        Assert.Equal(
            4,
            Programs
                .Examine(
                    rule,
                    Programs.Prepare(
                        new Issue
                        {
                            Id = "1",
                            Text = Text,
                            Channel = "Phone",
                        }
                    )
                )
                .Specificity
        );
    }
}
