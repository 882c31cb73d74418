using AutoResolve.Matching;
using AutoResolve.Tests.Matching.Properties;
using CsCheck;

namespace AutoResolve.Tests.Matching.Indexing;

public sealed class IndexedMatcherProperties
{
    private static readonly Gen<(string Text, string? Title, string? Code, string? Fact)> Issues =
        Gen.Select(Arbitrary.AnyText, Arbitrary.AnyText.Null(), Arbitrary.AnyText.Null(), Gen.OneOf("7", "1", null));

    [Fact]
    public void Match_AnyRulebook_AgreesWithPlainEvaluation() => Gen.Select(Arbitrary.Condition.Array[1, 8], Issues.Array[10]).Sample((conditions, issues) =>
    {
        var rules = conditions.Select((when, number) => $$"""
            { "id": "r{{number}}", "title": "R", "type": "a/b", "status": "active", "when": {{when}}, "then": { "outcome": "route", "team": "t" } }
            """);
        var (program, problems) = Programs.TryCompile($$"""{ "set": "s", "title": "S", "owner": "o", {{Arbitrary.Set}} "rules": [{{string.Join(',', rules)}}] }""");
        Assert.Equal("", problems);
        var plain = new PlainMatcher(program.Rules);
        foreach (var (text, title, code, fact) in issues)
        {
            var issue = Programs.Text(text, title, code is null ? [] : [("code", code.Length % 2 == 0 ? "002" : code)]);
            var facts = new FactValues(new Dictionary<string, string?> { ["incident"] = fact, ["load"] = fact });
            var (expected, actual) = (Describe(plain.Match(issue, facts)), Describe(program.Matcher.Match(issue, facts)));
            Assert.True(expected.SequenceEqual(actual), $"{string.Join(' ', expected)}, not {string.Join(' ', actual)}: {Newtonsoft.Json.JsonConvert.SerializeObject(issue.Issue)}");
        }
    });

    private static IEnumerable<(string Id, Truth Truth)> Describe(MatchResult result) => result.Matches.Select(match => (match.Rule.Reference.Id, match.Truth));
}
