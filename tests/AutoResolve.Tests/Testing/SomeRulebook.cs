using System.Text;
using AutoResolve.Rules;

namespace AutoResolve.Tests.Testing;

internal static class SomeRulebook
{
    /// <summary>A rulebook of one rule, whose condition, scope and tests are given.</summary>
    public static Rulebook WithRule(string when, string tests = "", string more = "", string status = "draft")
    {
        var json = $$"""
            {
              "set": "some",
              "title": "Some",
              "owner": "team",
              "conditions": { "loud": { "anyOf": ["shouting", "screaming"] } },
              "facts": { "incident": "Id of the open incident" },
              "rules": [
                {
                  "id": "some.rule", "type": "some/rule", "status": "{{status}}",{{more}}
                  "when": {{when}},
                  "then": { "outcome": "ignore" },{{(tests.Length == 0 ? "" : $"\"tests\": {tests},")}}
                  "title": "Rule"
                },
                {
                  "id": "some.strong", "title": "Strong", "type": "some/strong", "status": "active", "priority": 9,
                  "when": { "anyOf": ["lawyer"] }, "then": { "outcome": "route", "team": "legal" }
                }
              ]
            }
            """;
        var result = Rulebook.TryLoad(
            [new RuleFile("some.json", Encoding.UTF8.GetBytes(json))],
            new RulebookOptions(),
            TimeProvider.System
        );
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return result.Rulebook!;
    }
}
