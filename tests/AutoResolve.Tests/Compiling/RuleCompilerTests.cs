using AutoResolve.Matching;
using AutoResolve.Tests.Matching;
using AutoResolve.Tests.Rules;

namespace AutoResolve.Tests.Compiling;

public sealed class RuleCompilerTests
{
    [Fact]
    public void Compile_Statuses_DecideWhatMatches()
    {
        var (program, problems) = Programs.TryCompile(
            Rules(("z", "active"), ("d", "draft"), ("r", "retired"), ("s", "shadow"), ("g", "suggest"))
        );

        Assert.Equal("", problems);
        Assert.Equal(["s.d", "s.g", "s.s", "s.z"], program.Rules.Select(rule => rule.Reference.Id));
        Assert.Equal([0, 1, 2, 3], program.Rules.Select(rule => rule.Ordinal));
        var found = program.Matcher.Match(Programs.Text("x"), FactValues.None);
        Assert.Equal(["s.g", "s.s", "s.z"], found.Matches.Select(match => match.Rule.Reference.Id));
        Assert.Equal(3, found.Evaluated);
    }

    [Fact]
    public void Compile_RetiredRule_IsStillChecked() =>
        Assert.Contains(
            " AR3001 ",
            Programs.TryCompile(Rules(("r", "retired")).Replace("\"x\"", "\"@lost\"", StringComparison.Ordinal)).Problems,
            StringComparison.Ordinal
        );

    [Fact]
    public void Compile_SharedNames_AreSeenByEverySet()
    {
        const string Shared = """
            { "set": "common", "title": "C", "owner": "o", "shared": true,
              "lists": { "inner": ["kicked out"], "out": ["@inner", "signed out"] },
              "conditions": { "gone": { "anyOf": ["@out"] } },
              "questions": { "device": { "say": { "en": "Which?" }, "answeredWhen": { "use": "gone" } } },
              "facts": { "incident": "x" } }
            """;
        var (program, problems) = Programs.TryCompile([
            RuleFiles.Rule(
                when: """
                { "all": [ { "use": "gone" }, { "anyOf": ["@out now"] },
                  { "none": [ { "fact": "incident", "equals": "1" } ] } ] }
                """,
                then: """{ "outcome": "ask", "ask": ["device"] }"""
            ),
            Shared,
        ]);

        Assert.Equal("", problems);
        var rule = Assert.Single(program.Rules);
        Assert.Equal("device", Assert.Single(rule.Ask).Definition.Name.Value);
        Assert.NotNull(rule.Ask[0].AnsweredWhen);
        Assert.Equal(
            Truth.True,
            rule.When.Evaluate(Programs.Text("kicked out now"), new FactValues(new Dictionary<string, string?> { ["incident"] = "2" }))
        );
    }

    [Fact]
    public void Compile_NamesOfAnotherSet_AreNotSeen() =>
        Assert.Contains(
            " AR3001 ",
            Programs
                .TryCompile([
                    RuleFiles.Rule(when: """{ "anyOf": ["@out"] }"""),
                    RuleFiles
                        .Rule(set: """ "lists": { "out": ["x"] },""")
                        .Replace("\"s\"", "\"t\"", StringComparison.Ordinal)
                        .Replace("s.a", "t.a", StringComparison.Ordinal),
                ])
                .Problems,
            StringComparison.Ordinal
        );

    [Fact]
    public void Compile_UnknownQuestion_IsReportedWithSuggestion()
    {
        var (_, problems) = Programs.TryCompile(
            RuleFiles.Rule(
                set: """ "questions": { "device": { "say": { "en": "Which?" } } },""",
                then: """{ "outcome": "ask", "ask": ["devise"] }"""
            )
        );

        Assert.Contains(" AR3016 There is no question 'devise'", problems, StringComparison.Ordinal);
        Assert.EndsWith("Did you mean 'device'?", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_BrokenPartsEverywhere_AreAllReported()
    {
        var (program, problems) = Programs.TryCompile(
            RuleFiles.Rule(
                set: """
                "lists": { "unused": ["*"] }, "conditions": { "unused": { "regex": "(" } },
                  "questions": { "q": { "say": { "en": "?" }, "answeredWhen": { "anyOf": ["!"] } } },
                """,
                when: """{ "all": [ { "anyOf": ["@a", "@b"] }, { "field": "x", "matches": "(?=a)" } ] }""",
                then: """{ "outcome": "answer", "steps": [ { "id": "one", "say": { "en": "." }, "triedWhen": { "use": "c" } } ] }"""
            )
        );

        Assert.Empty(program.Rules);
        Assert.Equal(
            ["AR3001", "AR3001", "AR3003", "AR3005", "AR3006", "AR3008", "AR3009"],
            problems.Split('\n').Select(problem => problem.Split(' ')[1]).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(""" "channel": ["phone", "email"] """, true)]
    [InlineData(""" "channel": ["email"] """, false)]
    [InlineData(""" "product": ["VA.gov"] """, true)]
    [InlineData(""" "tenant": ["one"] """, false)]
    [InlineData(""" "locale": ["en"] """, true)]
    [InlineData(""" "locale": ["en-us"] """, true)]
    [InlineData(""" "locale": ["en-GB"] """, false)]
    [InlineData(""" "locale": ["fr"] """, false)]
    [InlineData(""" "locale": ["es", "en"], "channel": ["phone"] """, true)]
    [InlineData(""" "locale": ["en"], "channel": ["email"] """, false)]
    public void InScope_Issue_ComparesIgnoringCase(string scope, bool inScope)
    {
        var rule = Programs.Rule("""{ "anyOf": ["x"] }""", more: $$""" "scope": { {{scope}} },""");

        Assert.Equal(
            inScope,
            rule.InScope(
                Programs.Prepare(
                    new Issue
                    {
                        Id = "1",
                        Text = "x",
                        Channel = "Phone",
                        Product = "va.GOV",
                        Locale = "EN-US",
                    }
                )
            )
        );
    }

    [Fact]
    public void InScope_IssueWithoutLocale_HasTheDefault()
    {
        var rule = Programs.Rule("""{ "anyOf": ["x"] }""", more: """ "scope": { "locale": ["es"] },""");

        Assert.True(rule.InScope(MatchInput.Prepare(new Issue { Id = "1" }, "es-MX", 100)));
        Assert.False(rule.InScope(MatchInput.Prepare(new Issue { Id = "1" }, "en", 100)));
    }

    private static string Rules(params (string Id, string Status)[] rules) =>
        $$"""{ "set": "s", "title": "S", "owner": "o", "rules": [ {{string.Join(',', rules.Select(Rule))}} ] }""";

    private static string Rule((string Id, string Status) rule) =>
        $$"""
            { "id": "s.{{rule.Id}}", "title": "A", "type": "s/a", "status": "{{rule.Status}}",
              "when": { "anyOf": ["x"] }, "then": { "outcome": "ignore" } }
            """;
}
