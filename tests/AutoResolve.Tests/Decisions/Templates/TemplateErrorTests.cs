using System.Text;
using CsCheck;

namespace AutoResolve.Tests.Decisions.Templates;

/// <summary>
/// What is refused when rules are loaded. The messages stand in the pages under rules/docs; here are the places and the hostile cases.
/// </summary>
public sealed class TemplateErrorTests
{
    // The template begins in column 1 of the third line.
    private const string Before =
        "{ \"set\": \"s\", \"title\": \"S\", \"owner\": \"o\", \"handlers\": { \"close-it\": \"Closes it\" }, "
        + "\"rules\": [ { \"id\": \"a\", \"title\": \"A\", \"type\": \"t\", \"status\": \"active\", \"when\": { "
        + "\"anyOf\": [\"alpha\"] },\n\"then\": { \"outcome\": \"answer\", \"answer\": { \"en\":\n";

    [Theory]
    [InlineData("issue {{ issue.nope }}", "3:11", "AR3031")]
    [InlineData("{{ issue.id }} {{ issue.ids }}", "3:20", "AR3031")]
    [InlineData("{{ issue.fields.a }}\n{{ title }}", "3:27", "AR3031")]
    [InlineData("\t\t{{ nope }}", "3:9", "AR3031")]
    [InlineData("upcas {{ issue.id | upcas }}", "3:22", "AR3032")]
    [InlineData("for you {% for x in issue.fields.a %}{% endfor %}", "3:13", "AR3033")]
    [InlineData("{{ issue.id }", "3:13", "AR3030")]
    [InlineData("{% if issue.id %}", "3:18", "AR3030")]
    [InlineData("a {% nope %}", "3:11", "AR3030")]
    public void Load_BadTemplate_PointsIntoTheText(string template, string place, string code)
    {
        var error = Assert.Single(Errors(template));

        Assert.StartsWith($"s.json:{place} {code} ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ issue.chanel }}", "issue.channel")]
    [InlineData("{{ issue.field.userId }}", "issue.fields.userId")]
    [InlineData("{{ issue.userId }}", "issue.fields.userId")]
    [InlineData("{{ title }}", "issue.title")]
    [InlineData("{{ rule.ownr }}", "rule.owner")]
    [InlineData("{{ Issue.title }}", "issue.title")]
    [InlineData("{{ issue.id | upcas }}", "upcase")]
    public void Load_Misspelt_SuggestsWhatWasMeant(string template, string suggestion) =>
        Assert.Contains($" Did you mean '{suggestion}'?", Assert.Single(Errors(template)), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ issue }}")]
    [InlineData("{{ issue.text }}")]
    [InlineData("{{ issue.fields }}")]
    [InlineData("{{ issue.fields[issue.id] }}")]
    [InlineData("{{ issue.fields.a.b }}")]
    [InlineData("{{ issue.receivedAt }}")]
    [InlineData("{{ rule.note }}")]
    [InlineData("{% if nope %}{% endif %}")]
    [InlineData("{{ issue.id | default: nope }}")]
    [InlineData("{% if issue.id %}{% if issue.id %}{{ nope }}{% endif %}{% endif %}")]
    [InlineData("{% case issue.id %}{% when nope %}{% endcase %}")]
    [InlineData("{% unless issue.id %}{% else %}{{ nope }}{% endunless %}")]
    public void Load_UnknownPlaceholderAnywhere_IsRefused(string template) =>
        Assert.All(Errors(template), error => Assert.Contains(" AR3031 ", error, StringComparison.Ordinal));

    [Theory]
    [InlineData("{% include 'a' %}")]
    [InlineData("{% render 'a' %}")]
    [InlineData("{% assign a = 1 %}")]
    [InlineData("{% capture a %}{% endcapture %}")]
    [InlineData("{% for i in (1..1000000000) %}{% endfor %}")]
    [InlineData("{% cycle 'a' %}")]
    [InlineData("{% increment a %}")]
    [InlineData("{% liquid echo 'a' %}")]
    [InlineData("{{ (1..3) }}")]
    [InlineData("{% layout 'a' %}")]
    [InlineData("{{ issue.id | date: '%Y' }}")]
    [InlineData("{{ 1 | divided_by: 0 }}")]
    [InlineData("{{ issue.id | replace: '', 'b' }}")]
    [InlineData("{{ issue.id | truncatewords: 999999999999 }}")]
    [InlineData("{{ issue.id | replace: issue.id, issue.id }}")]
    public void Load_WhatCouldFailOrRunLong_IsRefused(string template) => Assert.NotEmpty(Errors(template));

    [Fact]
    public void Load_TextsThatNestOrRepeatTooMuch_AreRefusedBeforeTheyAreRead()
    {
        Assert.All(
            [
                Repeat("{% if a %}", 990),
                "{% comment %}{{{% endcomment %}" + Repeat("{%if a%}", 1000),
                "{{ " + new string('(', 9000) + " }}",
                "{{ issue" + Repeat("[issue", 1500) + " }}",
                Repeat("{{ issue.id }}", 201),
                new string('a', 10_001),
                "{% if issue.id" + Repeat(" and issue.id", 500) + " %}{% endif %}",
                "{{ issue.id" + Repeat("| upcase", 500) + " }}",
            ],
            template => Assert.All(Errors(template), error => Assert.Contains(" AR3035 ", error, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Load_NestingWithoutTagsOfItsOwn_IsRefused() =>
        Assert.All(Errors("{%- liquid\n" + Repeat("if a\n", 1900) + "%}"), error =>
            Assert.Contains(" AR3030 ", error, StringComparison.Ordinal)
        );

    [Fact]
    public void Load_TheMostThatIsAllowed_Works()
    {
        // On a small stack, since the parser is recursive.
        var loaded = false;
        var thread = new Thread(
            () =>
                loaded = Errors(Repeat("{% if issue.id %}", 50) + "{{ " + new string('(', 100) + Repeat("{% endif %}", 50))
                    .All(error => error.Contains(" AR3030 ", StringComparison.Ordinal)),
            1024 * 1024
        );
        thread.Start();
        thread.Join();
        Assert.True(loaded);
        Assert.Empty(Errors(Repeat("{% if issue.id %}", 50) + "{{ issue.id }}" + Repeat("{% endif %}", 50)));
    }

    [Fact]
    public void Load_AnyPiecesOfTemplates_NeverThrowAndAlwaysRender()
    {
        string[] pieces =
        [
            "{{",
            "}}",
            "{%",
            "%}",
            " if ",
            " endif ",
            " else ",
            "issue",
            ".",
            "fields",
            "id",
            "|",
            "upcase",
            "default",
            ":",
            "'",
            "\"",
            "1",
            "-",
            "[",
            "]",
            "(",
            "..",
            ")",
            " case ",
            " when ",
            " endcase ",
            "\n",
            " ",
            "é",
            "\ud83d",
            "raw",
            "endraw",
            "slice",
            "truncate",
            ",",
            "==",
        ];
        Gen.Int[0, pieces.Length - 1]
            .Select(place => pieces[place])
            .Array[0, 30]
            .Select(string.Concat)
            .Sample(
                template =>
                {
                    var result = Load(template);
                    result.Rulebook?.Decide(SomeRules.Issue("alpha", fields: [("id", "1")]));
                    return result.Rulebook is not null || result.Diagnostics.Count > 0;
                },
                iter: 2000
            );
    }

    [Fact]
    public void Load_UnknownHandler_SuggestsADeclaredOne()
    {
        var error = SomeRules
            .TryLoad(
                SomeRules.Set(
                    "one",
                    """ "handlers": { "clear-sessions": "Clears" }, """,
                    SomeRules.Rule("a", """{ "outcome": "fix", "actions": [ { "do": "clear-session" } ] }""")
                )
            )
            .Diagnostics.Single(diagnostic => diagnostic.Code == "AR3034");

        Assert.Equal("clear-sessions", error.Suggestion);
        Assert.Equal("/rules/0/then/actions/0/do", error.Pointer);
    }

    [Fact]
    public void Load_HandlersOfTheHost_AreTheOnesThatCount()
    {
        var set = SomeRules.Set(
            "one",
            """ "handlers": { "declared": "Declared" }, """,
            SomeRules.Rule("a", """{ "outcome": "fix", "actions": [ { "do": "declared" } ] }""")
        );

        Assert.Equal("AR3039", Assert.Single(Codes("other")));
        Assert.Empty(Codes("declared"));

        IEnumerable<string> Codes(string handler) =>
            Rulebook
                .TryLoad([set], new RulebookOptions { Handlers = [handler] }, TimeProvider.System)
                .Diagnostics.Select(diagnostic => diagnostic.Code)
                .Where(code => code.StartsWith("AR303", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_HandlerOfASharedSet_IsKnownAndOfAnotherIsNot()
    {
        var user = SomeRules.Set("user", "", SomeRules.Rule("a", """{ "outcome": "fix", "actions": [ { "do": "close" } ] }"""));
        var other = SomeRules.Set("other", """ "handlers": { "close": "Closes it" }, """, SomeRules.Rule("b"));
        var shared = SomeRules.Set("other", """ "shared": true, "handlers": { "close": "Closes it" }, """, SomeRules.Rule("b"));

        Assert.Null(SomeRules.TryLoad(user, other).Rulebook);
        Assert.NotNull(SomeRules.TryLoad(user, shared).Rulebook);
    }

    private static List<string> Errors(string template) =>
        [
            .. Load(template)
                .Diagnostics.Where(diagnostic => diagnostic.Severity == AutoResolve.Rules.DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.ToString()),
        ];

    private static RulebookLoadResult Load(string template) =>
        SomeRules.TryLoad(SomeRules.File("s.json", Before + Newtonsoft.Json.JsonConvert.SerializeObject(template) + "\n} } } ] }"));

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
