using AutoResolve.Tests.Testing;

namespace AutoResolve.Tests;

public sealed class RulebookInspectTests
{
    private const string When = """{ "all": [{ "anyOf": ["sign in"] }, { "fact": "incident", "equals": "INC-1" }] }""";

    [Fact]
    public void Inspect_RuleThatIsNotThere_GivesNull() => Assert.Null(SomeRulebook.WithRule(When, "").Inspect("some.other", Issue("a")));

    [Theory]
    [InlineData("sign in", "INC-1", Truth.True, "its condition holds")]
    [InlineData("sign in", null, Truth.Unknown, "its condition waits for a fact that is not known")]
    [InlineData("sign out", "INC-1", Truth.False, "its condition does not hold")]
    public void Inspect_Active_SaysWhetherItHolds(string text, string? incident, Truth truth, string summary)
    {
        var facts = new Dictionary<string, string?> { ["incident"] = incident };

        var inspection = SomeRulebook.WithRule(When, status: "active").Inspect("some.rule", Issue(text), facts)!;

        Assert.Equal(("some.rule", summary, truth), (inspection.Rule.Id, inspection.Summary, inspection.Trace!.Truth));
        Assert.Empty(inspection.Stops);
        Assert.Equal(["/when/all/0", "/when/all/1"], inspection.Trace.Children.Select(child => child.Pointer.Split("/equals")[0]));
    }

    [Theory]
    [InlineData("suggest", "", "its status is suggest: it only proposes to a person")]
    [InlineData("shadow", "", "its status is shadow")]
    [InlineData("active", """ "from": "2026-06-02",""", "its first day is 2026-06-02")]
    [InlineData("active", """ "until": "2026-05-31",""", "its last day was 2026-05-31")]
    [InlineData("active", """ "scope": { "channel": ["phone"] },""", "out of scope: channel is not given, not phone")]
    [InlineData(
        "active",
        """ "rollout": { "percent": 0, "by": "issue" },""",
        "it is rolled out to 0 % by issue, and this issue is not among them"
    )]
    public void Inspect_Stopped_SaysByWhat(string status, string more, string stop)
    {
        var rulebook = SomeRulebook.WithRule("""{ "anyOf": ["sign in"] }""", "", more, status);

        var inspection = rulebook.Inspect("some.rule", Issue("sign in"), today: new DateOnly(2026, 6, 1))!;

        Assert.Equal("its condition holds, and it cannot win here", inspection.Summary);
        Assert.Equal([stop], inspection.Stops);
    }

    [Fact]
    public void Inspect_Retired_HasNoTrace()
    {
        var inspection = SomeRulebook.WithRule("""{ "anyOf": ["a"] }""", "", status: "retired").Inspect("some.rule", Issue("a"))!;

        Assert.Null(inspection.Trace);
        Assert.StartsWith("is retired", inspection.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void FindSet_Name_GivesItsFile()
    {
        var rulebook = SomeRulebook.WithRule("""{ "anyOf": ["a"] }""", "");

        Assert.Equal("some.json", rulebook.FindSet("some")?.File);
        Assert.Null(rulebook.FindSet("other"));
    }

    private static Issue Issue(string text) => new() { Id = "1", Text = text };
}
