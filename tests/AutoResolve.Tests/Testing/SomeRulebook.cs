using System.Text;
using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Tests.Testing;

internal static class SomeRulebook
{
    /// <summary>A rulebook of one rule, whose condition, scope and tests are given.</summary>
    public static Rulebook WithRule(string when, string tests = "", string more = "")
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
                  "id": "some.rule", "type": "some/rule", "status": "draft",{{more}}
                  "when": {{when}},
                  "then": { "outcome": "ignore" },{{(tests.Length == 0 ? "" : $"\"tests\": {tests},")}}
                  "title": "Rule"
                }
              ]
            }
            """;
        var diagnostics = new List<Diagnostic>();
        var set = RuleSetReader.Read(new RuleFile("some.json", Encoding.UTF8.GetBytes(json)), diagnostics)!;
        var program = RuleCompiler.Compile([set], allowExpressions: false, diagnostics);
        Assert.Empty(diagnostics);
        return new Rulebook("revision", [set], program, diagnostics);
    }
}
