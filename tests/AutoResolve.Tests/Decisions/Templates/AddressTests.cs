using AutoResolve.Rules;
using CsCheck;

namespace AutoResolve.Tests.Decisions.Templates;

/// <summary>A value that is printed into an address stays in the part in which it stands.</summary>
public sealed class AddressTests
{
    private static readonly string[] Pieces =
    [
        "/",
        "\\",
        "?",
        "#",
        "&",
        "=",
        ";",
        ":",
        "@",
        "%",
        "%2f",
        "%2e",
        "%252e",
        "%25252525252e",
        "%5c",
        "%00",
        ".",
        "..",
        "../",
        " ",
        "\t",
        "+",
        "a",
        "evil.test",
        "//evil.test",
        "https://evil.test/",
        "／",
        "．",
        "。",
        "é",
        "\ufdd0",
        "\ufdd2",
        "\u202e",
        "😀",
    ];

    private static readonly Gen<string> Values = Gen.Int[0, Pieces.Length - 1]
        .Select(piece => Pieces[piece])
        .Array[1, 6]
        .Select(string.Concat)
        .Where(value => value.Trim().Length > 0);

    [Theory]
    [InlineData("https://hooks.example.org/a/<value>/b?x=1#y")]
    [InlineData(" https://hooks.example.org/a/<value>/b?x=1#y")]
    [InlineData("{{ contacts.base }}/a/<value>/b?x=1#y")]
    [InlineData("{{ facts.base }}/a/<value>/b?x=1#y")]
    [InlineData("{% if issue.id %}https{% else %}http{% endif %}://hooks.example.org/a/<value>/b?x=1#y")]
    public void Path_WithAnyValue_HasItAsOnePart(string template)
    {
        foreach (var filter in new[] { "", " | url_encode", " | url_encode | append: issue.fields.v", " | downcase" })
        {
            var rulebook = Load(template.Replace("<value>", $"{{{{ issue.fields.v{filter} }}}}", StringComparison.Ordinal));
            Values.Sample(
                value =>
                {
                    if (Print(rulebook, value) is not { } printed)
                        return;
                    var address = new Uri(printed);

                    Assert.Equal(("https", "hooks.example.org", 443, ""), (address.Scheme, address.Host, address.Port, address.UserInfo));
                    Assert.Equal(("?x=1", "#y"), (address.Query, address.Fragment));
                    Assert.Equal(["/", "a/", "b"], address.Segments.Where((_, place) => place != 2));
                    Assert.Equal(4, address.Segments.Length);
                },
                iter: 500
            );
        }
    }

    [Fact]
    public void Query_WithAnyValue_HasItAsOneValue()
    {
        var rulebook = Load("https://hooks.example.org/a?id={{ issue.fields.v }}&role=user");

        Values.Sample(
            value =>
            {
                var address = new Uri(Print(rulebook, value)!);
                var parts = address.Query[1..].Split('&', ';');

                Assert.Equal(("/a", "", 2), (address.AbsolutePath, address.Fragment, parts.Length));
                Assert.Equal("role=user", parts[1]);
                Assert.Equal(Seen(value), Uri.UnescapeDataString(parts[0]["id=".Length..]));
            },
            iter: 2000
        );
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData(" .. ")]
    [InlineData("%2e%2E")]
    [InlineData("%252e.")]
    [InlineData("../../admin")]
    [InlineData("..\\admin")]
    [InlineData("a%2f..%2fadmin")]
    [InlineData("%2525252525252525252e")]
    public void Value_ThatLeavesThePath_CountsAsMissing(string value)
    {
        var resolution = Load("https://hooks.example.org/customers/{{ issue.fields.v }}")
            .Decide(SomeRules.Issue("alpha", fields: [("v", value)]));

        Assert.Equal((Outcome.Escalated, ResolutionReason.ValueMissing), (resolution.Outcome, resolution.Reason));
        Assert.Empty(resolution.Actions);
    }

    [Theory]
    [InlineData("{{ issue.fields.v }}")]
    [InlineData("see {{ issue.fields.v }}, not https://example.org")]
    [InlineData("mailto:{{ issue.fields.v }}")]
    public void Parameter_ThatIsNoAddress_HasTheValueAsItIs(string template) =>
        Assert.Equal(template.Replace("{{ issue.fields.v }}", "../a?b#c d", StringComparison.Ordinal), Print(Load(template), "../a?b#c d"));

    [Fact]
    public void Address_ThatIsAValue_IsLeftAsItIs() =>
        Assert.Equal("https://example.org/a?b=c", Print(Load("{{ issue.fields.v }}"), "https://example.org/a?b=c"));

    [Theory]
    [InlineData("https://{{ issue.fields.v }}/a", true)]
    [InlineData("https://{{ issue.fields.v | url_encode }}.example.org", true)]
    [InlineData("https://example.org{{ issue.fields.v }}/a", true)]
    [InlineData("https://example.org:{{ issue.fields.v }}", true)]
    [InlineData("https://{{ issue.fields.v }}@example.org/", true)]
    [InlineData("{{ issue.fields.v }}://example.org/", true)]
    [InlineData("{{ issue.fields.v }}", true)]
    [InlineData("{{ issue.fields.v }}/a", true)]
    [InlineData("{% if issue.id %}https://{{ issue.fields.v }}{% endif %}/a", true)]
    [InlineData("https://{{ facts.base | default: issue.fields.v }}/a", true)]
    [InlineData("https://example.org/{{ issue.fields.v }}", false)]
    [InlineData("https://example.org?{{ issue.fields.v }}", false)]
    [InlineData("{{ contacts.base }}/{{ issue.fields.v }}", false)]
    [InlineData("{{ contacts.base }}{{ issue.fields.v }}", true)]
    [InlineData("{{ facts.base }}/{{ issue.fields.v }}", false)]
    [InlineData("https://example.org/?to=https://{{ issue.fields.v }}", false)]
    public void Lint_HostOrSchemeOfAnIssue_IsTold(string template, bool isTold) =>
        Assert.Equal(
            isTold,
            SomeRules
                .TryLoad(File(template))
                .Diagnostics.Any(found => found.Code == "AR3042" && found.Message.Contains("'issue.fields.v'", StringComparison.Ordinal))
        );

    [Fact]
    public void Lint_IssueInAnotherParameter_IsNotTold() =>
        Assert.DoesNotContain("AR3042", SomeRules.TryLoad(File("{{ issue.fields.v }}", "note")).Diagnostics.Select(found => found.Code));

    // What cannot be shown is not printed, and what breaks a line is a blank.
    private static string Seen(string value) =>
        value
            .Replace("\u202e", "", StringComparison.Ordinal)
            .Replace('\t', ' ')
            .Replace("\ufdd0", "", StringComparison.Ordinal)
            .Replace("\ufdd2", "", StringComparison.Ordinal);

    private static RuleFile File(string template, string parameter = "url") =>
        SomeRules.Set(
            "one",
            """
            "handlers": { "call": "Calls" }, "facts": { "base": "Where to" },
            "contacts": { "base": { "value": "https://hooks.example.org", "what": "Where to", "reviewed": "2026-11-01" } },
            """,
            SomeRules.Rule(
                "a",
                $$"""{ "outcome": "fix", "answer": { "en": "Done." }, "actions": [ { "do": "call", "with": { "{{parameter}}": "{{template}}" } } ] }"""
            )
        );

    private static Rulebook Load(string template) => SomeRules.Load(File(template));

    /// <returns>The parameter; null where a person gets the issue.</returns>
    private static string? Print(Rulebook rulebook, string value)
    {
        var issue = SomeRules.Issue("alpha", fields: [("v", value)]);
        var facts = new Dictionary<string, string?> { ["base"] = "https://hooks.example.org" };
        return rulebook.Decide(issue, facts).Actions is [var action] ? (string?)action.Parameters["url"] : null;
    }
}
