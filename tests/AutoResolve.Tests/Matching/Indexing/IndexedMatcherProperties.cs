using AutoResolve.Matching;
using CsCheck;

namespace AutoResolve.Tests.Matching.Indexing;

/// <summary>The index finds what evaluating every rule finds: never less, never more, with the same evidence.</summary>
public sealed class IndexedMatcherProperties
{
    private const int Rulebooks = 1_600;
    private const int IssuesEach = 65;

    private static readonly FactValues Known = new(new Dictionary<string, string?> { ["incident"] = "7", ["load"] = "1" });

    [Fact]
    public void Match_AnyRulebookAndIssue_AgreesWithPlainEvaluation()
    {
        var pairs = 0;
        var matches = 0L;
        var evaluations = 0L;
        var rules = 0L;
        Gen.Select(ArbitraryRulebook.RuleFile, ArbitraryRulebook.Issue.Array[IssuesEach]).Sample(
            (file, issues) =>
            {
                var (program, problems) = Programs.TryCompile(file);
                Assert.Equal("", problems);
                var plain = new PlainMatcher([.. program.Rules.Where(rule => rule.Rule.Status != RuleStatus.Draft)]);
                for (var number = 0; number < issues.Length; number++)
                {
                    var facts = number % 3 == 0 ? Known : FactValues.None;
                    var expected = plain.Match(Programs.Prepare(issues[number]), facts);
                    var actual = program.Matcher.Match(Programs.Prepare(issues[number]), facts);
                    AssertSame(expected, actual, issues[number], withEvidence: number % 8 == 0);
                    Interlocked.Add(ref matches, expected.Matches.Count);
                    Interlocked.Add(ref evaluations, actual.Evaluated);
                    Interlocked.Add(ref rules, expected.Evaluated);
                }

                Interlocked.Add(ref pairs, issues.Length);
            },
            iter: Rulebooks);

        Assert.InRange(pairs, 100_000, int.MaxValue);

        // Neither nothing nor everything matches, and the index does leave rules out.
        Assert.InRange((double)matches / rules, 0.1, 0.9);
        Assert.InRange((double)evaluations / rules, 0.1, 0.9);
    }

    private static void AssertSame(MatchResult expected, MatchResult actual, Issue issue, bool withEvidence)
    {
        Assert.True(
            expected.Matches.Select(Verdict).SequenceEqual(actual.Matches.Select(Verdict)),
            $"{string.Join(' ', expected.Matches.Select(Verdict))}, not {string.Join(' ', actual.Matches.Select(Verdict))}: {Newtonsoft.Json.JsonConvert.SerializeObject(issue)}");
        if (!withEvidence)
            return;
        Assert.Equal(expected.Matches.Select(match => match.Specificity), actual.Matches.Select(match => match.Specificity));
        Assert.Equal(expected.Matches.SelectMany(match => match.Evidence), actual.Matches.SelectMany(match => match.Evidence));
    }

    private static (string Id, Truth Truth) Verdict(RuleMatch match) => (match.Rule.Reference.Id, match.Truth);
}
