using System.Globalization;
using AutoResolve.Matching;
using AutoResolve.Oracles;
using CsCheck;

namespace AutoResolve.Tests.Matching.Properties;

public sealed class MatchingProperties
{
    private static readonly Gen<(string When, MatchInput Text, FactValues Facts)> Cases = Gen.Select(
            Arbitrary.Condition,
            Arbitrary.AnyText,
            Arbitrary.AnyText.Null(),
            Arbitrary.AnyText.Null(),
            Gen.OneOf("7", "1", null).Array[2]
        )
        .Select(
            (when, text, title, code, facts) =>
                (
                    when,
                    Programs.Text(text, title, code is null ? [] : [("code", code.Length % 2 == 0 ? "002" : code)]),
                    new FactValues(new Dictionary<string, string?> { ["incident"] = facts[0], ["load"] = facts[1] })
                )
        );

    private static readonly string[] Cultures = ["", "tr-TR", "de-DE", "ar-SA", "th-TH"];

    [Fact]
    public void Trace_AnyRuleAndText_AgreesWithTheMatcher() =>
        Cases.Sample(
            (when, text, facts) =>
            {
                var rule = Programs.Rule(when, Arbitrary.Set);
                var match = new PlainMatcher([rule]).Match(text, facts).Matches.SingleOrDefault();
                var trace = ConditionTracer.Trace(rule, text, facts);

                Assert.Equal(match?.Truth ?? Truth.False, trace.Truth);
                Assert.Equal(rule.When.Evaluate(text, facts), trace.Truth);
                Assert.True(NearMissOracle.Miss(rule, text, facts) is null || trace.Truth == Truth.False);
                var found = ConditionTracer.Flatten(trace).SelectMany(node => node.Evidence).ToHashSet();
                Assert.All(match?.Evidence ?? [], evidence => Assert.Contains(evidence, found));
            }
        );

    [Fact]
    public void Evidence_AnyRuleAndText_LiesInsideTheText() =>
        Cases.Sample(
            (when, text, facts) =>
            {
                var match = new PlainMatcher([Programs.Rule(when, Arbitrary.Set)]).Match(text, facts).Matches.SingleOrDefault();

                Assert.All(match?.Evidence ?? [], evidence =>
                {
                    var length = evidence.Source switch
                    {
                        "text" => text.Issue.Text.Length,
                        "title" => text.Issue.Title!.Length,
                        "expression" => 0,
                        "field:code" => text.Issue.Fields["code"].Length,
                        _ => 1,
                    };
                    Assert.InRange(evidence.Start, 0, length);
                    Assert.InRange(evidence.Length, 0, length - evidence.Start);
                });
                Assert.Equal(match?.Evidence.Distinct().Count() ?? 0, match?.Evidence.Count ?? 0);
            }
        );

    [Fact]
    public void Verdict_LessKnown_IsNeverContradictedByMore() =>
        Cases.Sample(
            (when, text, facts) =>
            {
                var rule = Programs.Rule(when, Arbitrary.Set);
                var before = rule.When.Evaluate(text, FactValues.None);

                Assert.True(before == Truth.Unknown || before == rule.When.Evaluate(text, facts));
            }
        );

    [Fact]
    public void Verdict_InOtherCultures_IsTheSame() =>
        Cases.Sample(
            (when, text, facts) =>
            {
                var results = Cultures.Select(culture =>
                    InCulture(culture, () => Describe(Programs.Rule(when, Arbitrary.Set), text.Issue, facts))
                );

                Assert.Single(results.Distinct());
            },
            threads: 1
        );

    private static string Describe(CompiledRule rule, Issue issue, FactValues facts)
    {
        var text = Programs.Prepare(issue);
        var match = new PlainMatcher([rule]).Match(text, facts).Matches.SingleOrDefault();
        var descriptions = ConditionTracer
            .Flatten(ConditionTracer.Trace(rule, text, facts))
            .Select(node => $"{node.Truth} {node.Description}");
        return $"{match?.Truth} {match?.Specificity}\n{string.Join('\n', match?.Evidence ?? [])}\n{string.Join('\n', descriptions)}";
    }

    private static string InCulture(string name, Func<string> describe)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            return describe();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
