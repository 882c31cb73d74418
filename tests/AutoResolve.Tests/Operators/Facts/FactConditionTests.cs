using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Operators.Facts;

public sealed class FactConditionTests
{
    private const string Set = """ "facts": { "incident": "open incident", "load": "load" },""";

    [Theory]
    [InlineData("""{ "fact": "incident", "equals": "7" }""", "7", "True")]
    [InlineData("""{ "fact": "incident", "equals": "7" }""", "8", "False")]
    [InlineData("""{ "fact": "incident", "exists": true }""", "8", "True")]
    [InlineData("""{ "fact": "incident", "exists": false }""", "8", "False")]
    [InlineData("""{ "fact": "incident", "exists": true }""", "none", "False")]
    [InlineData("""{ "fact": "incident", "exists": false }""", "none", "True")]
    [InlineData("""{ "fact": "incident", "equals": "none" }""", "none", "True")]
    [InlineData("""{ "fact": "incident", "anyOf": ["down"] }""", "it is down", "True")]
    [InlineData("""{ "none": [ { "fact": "incident", "equals": "7" } ] }""", "8", "True")]
    public void Fact_Known_Compares(string when, string value, string truth) =>
        Assert.Equal(truth, Programs.Examine(Programs.Rule(when, Set), Programs.Text("x"), ("incident", value)).Truth.ToString());

    [Theory]
    [InlineData("""{ "fact": "incident", "equals": "7" }""", "Unknown")]
    [InlineData("""{ "fact": "incident", "exists": true }""", "Unknown")]
    [InlineData("""{ "fact": "incident", "exists": false }""", "Unknown")]
    [InlineData("""{ "none": [ { "fact": "incident", "equals": "7" } ] }""", "Unknown")]
    [InlineData("""{ "all": [ { "anyOf": ["x"] }, { "fact": "incident", "equals": "7" } ] }""", "Unknown")]
    [InlineData("""{ "all": [ { "anyOf": ["y"] }, { "fact": "incident", "equals": "7" } ] }""", "False")]
    [InlineData("""{ "any": [ { "anyOf": ["x"] }, { "fact": "incident", "equals": "7" } ] }""", "True")]
    [InlineData("""{ "any": [ { "anyOf": ["y"] }, { "fact": "incident", "equals": "7" } ] }""", "Unknown")]
    [InlineData("""{ "none": [ { "anyOf": ["x"] }, { "fact": "incident", "equals": "7" } ] }""", "False")]
    [InlineData("""{ "none": [ { "none": [ { "fact": "incident", "equals": "7" } ] } ] }""", "Unknown")]
    public void Fact_Unknown_IsNeverTrue(string when, string truth) =>
        Assert.Equal(truth, Programs.Examine(Programs.Rule(when, Set), Programs.Text("x")).Truth.ToString());

    [Fact]
    public void Facts_OfRule_AreSortedAndEachOnce() =>
        Assert.Equal(
            ["incident", "load"],
            Programs
                .Rule(
                    """
                    { "all": [ { "fact": "load", "exists": true },
                      { "none": [ { "fact": "incident", "equals": "1" }, { "fact": "load", "equals": "2" } ] } ] }
                    """,
                    Set
                )
                .Facts
        );

    [Fact]
    public void Compile_UndeclaredFact_IsReportedWithSuggestion()
    {
        var problem = Programs.Problems("""{ "fact": "incidant", "exists": true }""", Set);

        Assert.Contains(" AR3017 There is no fact 'incidant'", problem, StringComparison.Ordinal);
        Assert.EndsWith("Did you mean 'incident'?", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Match_AnyWithUnknownBranch_ShowsOnlyTheBranchThatHolds()
    {
        var text = Programs.Text("alpha beta");
        var rule = Programs.Rule(
            """{ "any": [ { "anyOf": ["alpha"] }, { "all": [ { "anyOf": ["beta"] }, { "fact": "incident", "exists": true } ] } ] }""",
            Set
        );

        Assert.Equal("/when/any/0/anyOf/0 'alpha' text 'alpha'", Programs.Evidence(Programs.Examine(rule, text), text));
    }
}
