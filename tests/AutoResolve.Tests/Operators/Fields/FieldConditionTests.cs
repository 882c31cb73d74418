using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Operators.Fields;

public sealed class FieldConditionTests
{
    [Theory]
    [InlineData("\"equals\": \"ab c\"", true)]
    [InlineData("\"equals\": [\"x\", \" Ab C \"]", true)]
    [InlineData("\"equals\": \"ab\"", false)]
    [InlineData("\"in\": [\"AB C\"]", true)]
    [InlineData("\"contains\": \"B \"", true)]
    [InlineData("\"contains\": [\"x\", \"y\"]", false)]
    [InlineData("\"startsWith\": \"AB\"", true)]
    [InlineData("\"startsWith\": \"b\"", false)]
    [InlineData("\"endsWith\": \"C\"", true)]
    [InlineData("\"endsWith\": \"b\"", false)]
    [InlineData("\"matches\": \"^\\\\s*a\"", true)]
    [InlineData("\"matches\": \"^c\"", false)]
    [InlineData("\"exists\": true", true)]
    [InlineData("\"exists\": false", false)]
    [InlineData("\"anyOf\": [\"ab-c\"]", true)]
    [InlineData("\"allOf\": [\"ab\", \"d\"]", false)]
    [InlineData("\"near\": [\"c\", \"ab\"], \"within\": 1", true)]
    [InlineData("\"equals\": \"ab c\", \"startsWith\": \"x\"", false)]
    public void Field_Text_Compares(string comparison, bool holds) =>
        Assert.Equal(holds, Holds($$"""{ "field": "CODE", {{comparison}} }""", " Ab c "));

    [Theory]
    [InlineData("\"atLeast\": 1.5", "1.5", true)]
    [InlineData("\"atLeast\": 1.5", " 2 ", true)]
    [InlineData("\"atLeast\": 1.5", "1.4", false)]
    [InlineData("\"atMost\": -1", "-2", true)]
    [InlineData("\"atMost\": 10", "1,5", false)]
    [InlineData("\"atLeast\": 1", "many", false)]
    [InlineData("\"atLeast\": 1", "", false)]
    [InlineData("\"atLeast\": 1, \"atMost\": 3", "2", true)]
    [InlineData("\"atLeast\": 1, \"atMost\": 3", "4", false)]
    [InlineData("\"before\": \"2026-11-01\"", "2026-10-31", true)]
    [InlineData("\"before\": \"2026-11-01\"", "2026-11-01", false)]
    [InlineData("\"after\": \"2026-11-01\"", "2026-11-01T23:59Z", false)]
    [InlineData("\"after\": \"2026-11-01\"", "2026-11-02", true)]
    [InlineData("\"after\": \"2026-11-01T12:00Z\"", "2026-11-01T12:00:01Z", true)]
    [InlineData("\"after\": \"2026-11-01T12:00Z\"", "2026-11-01T13:00+02:00", false)]
    [InlineData("\"after\": \"2026-11-01\"", "23:00", false)]
    [InlineData("\"before\": \"2026-11-01\"", "3/4/2026", false)]
    [InlineData("\"before\": \"2026-11-01\"", "yesterday", false)]
    public void Field_NumberOrTime_Compares(string comparison, string value, bool holds) =>
        Assert.Equal(holds, Holds($$"""{ "field": "code", {{comparison}} }""", value));

    [Theory]
    [InlineData("\"equals\": \"\"")]
    [InlineData("\"contains\": \"x\"")]
    [InlineData("\"matches\": \".*\"")]
    [InlineData("\"atMost\": 5")]
    [InlineData("\"before\": \"2026-11-01\"")]
    [InlineData("\"exists\": true")]
    [InlineData("\"anyOf\": [\"x\"]")]
    public void Field_Absent_NeverCompares(string comparison)
    {
        var when = $$"""{ "field": "other", {{comparison}} }""";

        Assert.False(Holds(when, "x"));
        Assert.True(Holds($$"""{ "none": [ {{when}} ] }""", "x"));
    }

    [Fact]
    public void Field_ExistsFalse_HoldsWhereAbsent()
    {
        Assert.True(Holds("""{ "field": "other", "exists": false }""", "x"));
        Assert.False(Holds("""{ "field": "code", "exists": false }""", ""));
    }

    [Theory]
    [InlineData("id", "1")]
    [InlineData("title", "t")]
    [InlineData("text", "x")]
    [InlineData("channel", "PHONE")]
    [InlineData("product", "p")]
    [InlineData("locale", "es-mx")]
    [InlineData("tenant", "n")]
    [InlineData("requester", "r")]
    [InlineData("ReceivedAt", "2026-11-01T02:03:04.0000000+00:00")]
    public void Field_OfTheIssueItself_IsRead(string field, string value)
    {
        var text = Programs.Prepare(
            new Issue
            {
                Id = "1",
                Title = "t",
                Text = "x",
                Channel = "phone",
                Product = "p",
                Locale = "es-MX",
                Tenant = "n",
                Requester = "r",
                ReceivedAt = new DateTimeOffset(2026, 11, 1, 2, 3, 4, TimeSpan.Zero),
            }
        );

        Assert.True(Programs.Holds(Programs.Rule($$"""{ "field": "{{field}}", "equals": "{{value}}" }"""), text));
    }

    [Fact]
    public void Field_AskedForInDifferentCase_IsNamedAsEachRuleWritesIt()
    {
        var text = Programs.Text("x", fields: ("Code", "1"));

        foreach (var name in (string[])["code", "CODE"])
            Assert.Equal(
                "field:" + name,
                Programs.Examine(Programs.Rule($$"""{ "field": "{{name}}", "exists": true }"""), text).Evidence.Single().Source
            );
    }

    private static bool Holds(string when, string value) =>
        Programs.Holds(Programs.Rule(when), Programs.Text("x", fields: ("Code", value)));
}
