using System.Text;
using AutoResolve.Operators.Comparisons;
using AutoResolve.Rules;
using AutoResolve.Sources;
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
    [InlineData("\"atMost\": 10", "1,5", true)]
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
    [InlineData("\"before\": \"2026-11-01\"", "10/31/2026", true)]
    [InlineData("\"before\": \"2026-11-01\"", "31.10.2026 14:30", true)]
    [InlineData("\"before\": \"2026-11-01\"", "Oct 31, 2026", true)]
    [InlineData("\"before\": \"2026-11-01\"", "31/Oct/26 2:30 PM", true)]
    [InlineData("\"before\": \"2026-11-01\"", "46326", false)]
    [InlineData("\"before\": \"2026-11-01\"", "yesterday", false)]
    public void Field_NumberOrTime_Compares(string comparison, string value, bool holds) =>
        Assert.Equal(holds, Holds($$"""{ "field": "code", {{comparison}} }""", value));

    [Theory]
    [InlineData("1200", 1200d)]
    [InlineData("1,200", 1200d)]
    [InlineData("1,200.50", 1200.5d)]
    [InlineData("$1,200", 1200d)]
    [InlineData("-$1,200.50", -1200.5d)]
    [InlineData("$-3", -3d)]
    [InlineData("€ 1.200,50", 1200.5d)]
    [InlineData("1.200,50 €", 1200.5d)]
    [InlineData("1.234.567", 1234567d)]
    [InlineData("1,234,567.5", 1234567.5d)]
    [InlineData("1200 USD", 1200d)]
    [InlineData("USD 1,200", 1200d)]
    [InlineData("1 200,50 EUR", 1200.5d)]
    [InlineData("1\u202F200,50 €", 1200.5d)]
    [InlineData("CHF 1'200.50", 1200.5d)]
    [InlineData("£20", 20d)]
    [InlineData("12,5", 12.5d)]
    [InlineData("0,125", 0.125d)]
    [InlineData("1.200", 1.2d)]
    [InlineData("+5", 5d)]
    [InlineData("1e3", 1000d)]
    [InlineData("\u22125", -5d)]
    [InlineData("€ 1.200", null)]
    [InlineData("1,20,000", null)]
    [InlineData("1,2.3,4", null)]
    [InlineData("12 apples", null)]
    [InlineData("many", null)]
    [InlineData("12-14", null)]
    [InlineData("$", null)]
    [InlineData("1,", null)]
    [InlineData("555-0143", null)]
    public void Number_AsPeopleWriteIt_IsUnderstood(string text, double? expected)
    {
        Assert.Equal(expected is not null, NumberText.TryRead(text, out var number));
        if (expected is not null)
            Assert.Equal((decimal)expected, number);
    }

    // Unread is not nought: what cannot be compared is told, and without the value.
    [Theory]
    [InlineData("amount", "many", "The field Amount holds no number that can be read, so no comparison with a number holds.")]
    [InlineData("amount", "€ 1.200", "The field Amount holds no number that can be read, so no comparison with a number holds.")]
    [InlineData("due", "soon", "The field due holds no date that can be read, so no comparison with a date holds.")]
    [InlineData(
        "due",
        "3/4/2026",
        "The date in the field due can be read with the day or the month first, so no comparison with a date holds."
    )]
    [InlineData("amount", "$1,200.50", null)]
    [InlineData("due", "10/31/2026", null)]
    [InlineData("amount", " ", null)]
    [InlineData("other", "many", null)]
    public void Value_ThatCannotBeRead_IsARemark(string field, string value, string? remark)
    {
        var rulebook = Rulebook
            .TryBuild(
                new RuleFileSet([
                    new RuleFile(
                        "a.json",
                        Encoding.UTF8.GetBytes(
                            """
                            { "set": "a", "title": "A", "owner": "desk", "conditions": { "late": { "field": "due", "before": "2026-01-01" } },
                              "rules": [{ "id": "a.x", "title": "X", "type": "x", "status": "active", "when": { "any": [{ "none": [{ "use": "late" },
                              { "field": "other", "equals": "many" }] }, { "all": [{ "anyOf": ["refund"] }, { "field": "Amount", "atLeast": 1000 }] }] },
                              "then": { "outcome": "route", "team": "desk" } }] }
                            """
                        )
                    ),
                ]),
                new RulebookOptions()
            )
            .Rulebook!;

        var issue = new Issue
        {
            Id = "1",
            Text = "hello",
            Fields = new Dictionary<string, string> { [field] = value },
        };

        Assert.Equal(remark is null ? [] : [remark], rulebook.Evaluate(issue).Decide().Resolution.Remarks);
    }

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
