using AutoResolve.Compiling;
using AutoResolve.Matching;
using AutoResolve.Oracles;
using AutoResolve.Tests.Matching;
using CsCheck;

namespace AutoResolve.Tests.Index;

/// <summary>The index finds what evaluating every rule finds: never less, never more, with the same evidence.</summary>
public sealed class IndexedMatcherProperties
{
    private static readonly int Rulebooks = LongRun.Of(1_600);
    private const int IssuesEach = 65;

    private static readonly FactValues Known = new(new Dictionary<string, string?> { ["incident"] = "7", ["load"] = "1" });

    [Fact]
    public void Match_AnyRulebookAndIssue_AgreesWithPlainEvaluation()
    {
        var pairs = 0;
        var matches = 0L;
        var evaluations = 0L;
        var rules = 0L;
        Gen.Select(ArbitraryRulebook.RuleFile, ArbitraryRulebook.Issue.Array[IssuesEach])
            .Sample(
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
                        if (number % 8 == 0)
                            AssertFindsInOtherLanguages(program, issues[number], facts);
                        Interlocked.Add(ref matches, expected.Matches.Count);
                        Interlocked.Add(ref evaluations, actual.Evaluated);
                        Interlocked.Add(ref rules, expected.Evaluated);
                    }

                    Interlocked.Add(ref pairs, issues.Length);
                },
                iter: Rulebooks
            );

        Assert.InRange(pairs, LongRun.Of(100_000), int.MaxValue);

        // Neither nothing nor everything matches, and the index does leave rules out.
        Assert.InRange((double)matches / rules, 0.1, 0.9);
        Assert.InRange((double)evaluations / rules, 0.1, 0.9);
    }

    private static void AssertFindsInOtherLanguages(RuleProgram program, Issue issue, FactValues facts)
    {
        var text = Programs.Prepare(issue);
        var expected =
            from rule in program.Rules
            where rule.Rule.Status != RuleStatus.Draft && !rule.InScope(text) && ScopeTest.TakesInAnyLanguage(rule.Rule.Scope, text)
            let truth = rule.When.Evaluate(text.For(rule, facts), facts)
            where truth != Truth.False
            select (rule.Reference.Id, truth);

        var actual = program.Matcher.FindInOtherLanguages(text, facts).Select(match => (match.Rule.Reference.Id, match.Truth));

        Assert.Equal(expected.Order(), actual.Order());
    }

    [Fact]
    public void Match_AnyRulebookAndCase_AgreesWithPlainEvaluation()
    {
        var (matches, guards) = (0L, 0L);
        Gen.Select(ArbitraryRulebook.RuleFile, ArbitraryRulebook.GuardFile, ArbitraryRulebook.Case.Array[40])
            .Sample(
                (file, guardFile, issues) =>
                {
                    var (program, problems) = Programs.TryCompile([file, guardFile]);
                    Assert.Equal("", problems);
                    var plain = new PlainMatcher([.. program.Rules.Where(rule => rule.Rule.Status != RuleStatus.Draft)]);
                    for (var number = 0; number < issues.Length; number++)
                    {
                        var facts = number % 3 == 0 ? Known : FactValues.None;
                        var expected = plain.Match(Programs.Prepare(issues[number]), facts);
                        AssertSame(
                            expected,
                            program.Matcher.Match(Programs.Prepare(issues[number]), facts),
                            issues[number],
                            withEvidence: true
                        );
                        AssertFindsTheSame(program, issues[number]);
                        Interlocked.Add(ref matches, expected.Matches.Count);
                        Interlocked.Add(
                            ref guards,
                            expected.Matches.Count(match => match.Evidence.Any(evidence => OnlyGuardsRead(evidence, issues[number])))
                        );
                    }
                },
                iter: LongRun.Of(400)
            );

        Assert.InRange((double)guards / matches, 0.001, 0.5);
    }

    // Else the others would say nothing about what is denied.
    [Fact]
    public void Match_AnyRulebookAndIssue_NowAndThenSomethingIsDenied()
    {
        var (denied, all) = (0, 0);
        Gen.Select(ArbitraryRulebook.RuleFile, ArbitraryRulebook.Issue.Array[10])
            .Sample(
                (file, issues) =>
                {
                    var (program, _) = Programs.TryCompile(file);
                    foreach (var (issue, rule) in issues.SelectMany(issue => program.Rules.Select(rule => (issue, rule))))
                    {
                        var traces = ConditionTracer.Flatten(ConditionTracer.Trace(rule, Programs.Prepare(issue), FactValues.None));
                        Interlocked.Add(ref denied, traces.Any(trace => trace.Denied.Count > 0) ? 1 : 0);
                        Interlocked.Increment(ref all);
                    }
                },
                iter: 40
            );

        Assert.InRange((double)denied / all, 0.01, 0.9);
    }

    [Fact]
    public void Match_TheNewestTurn_AgreesWithPlainEvaluation() =>
        Gen.Select(ArbitraryRulebook.RuleFile, ArbitraryRulebook.Case.Array[20])
            .Sample(
                (file, issues) =>
                {
                    var (program, _) = Programs.TryCompile(file);
                    var plain = new PlainMatcher([.. program.Rules.Where(rule => rule.Rule.Status != RuleStatus.Draft)]);
                    foreach (var issue in issues)
                        AssertSame(
                            plain.Match(Newest(issue), Known),
                            program.Matcher.Match(Newest(issue), Known),
                            issue,
                            withEvidence: true
                        );
                },
                iter: 200
            );

    [Fact]
    public void Settle_AnyRulebookAndFacts_IsAsIfMatchedWithThem() =>
        Gen.Select(ArbitraryRulebook.RuleFile, ArbitraryRulebook.GuardFile, ArbitraryRulebook.Case.Array[20])
            .Sample(
                (file, guardFile, issues) =>
                {
                    var (program, _) = Programs.TryCompile([file, guardFile]);
                    foreach (var issue in issues)
                    {
                        var text = Programs.Prepare(issue);
                        var settled = program.Matcher.Settle(program.Matcher.Match(text, FactValues.None), text, Known);

                        var expected = program.Matcher.Match(text, Known);
                        Assert.Equal(expected.Evaluated, settled.Evaluated);
                        Assert.Equal(expected.Matches.Select(Whole), settled.Matches.Select(Whole));
                    }
                },
                iter: LongRun.Of(300)
            );

    private static MatchInput Newest(Issue issue) => MatchInput.PrepareNewest(issue, "en", Programs.MaxLength);

    private static bool OnlyGuardsRead(Evidence evidence, Issue issue) =>
        evidence.Turn is { } id
        && issue.Turns.Single(turn => turn.Id == id) is { } turn
        && (turn.Author == Author.Machine || turn.ToCustomer == true);

    private static void AssertFindsTheSame(RuleProgram program, Issue issue)
    {
        List<RuleReference> found = [];
        program.Matcher.Find(issue, "en", Programs.MaxLength, found);

        var matches = program.Matcher.Match(Programs.Prepare(issue), FactValues.None).Matches;
        Assert.Equal(matches.Where(match => match.Truth == Truth.True).Select(match => match.Rule.Reference), found);
    }

    private static void AssertSame(PlainResult expected, MatchResult actual, Issue issue, bool withEvidence)
    {
        if (!expected.Matches.Select(Verdict).SequenceEqual(actual.Matches.Select(Verdict)))
            Assert.Fail(
                $"{string.Join(' ', expected.Matches.Select(Verdict))}, not "
                    + $"{string.Join(' ', actual.Matches.Select(Verdict))}: {Newtonsoft.Json.JsonConvert.SerializeObject(issue)}"
            );
        if (withEvidence)
            Assert.Equal(expected.Matches.Select(Whole), actual.Matches.Select(Whole));
    }

    private static (string Id, Truth Truth) Verdict(PlainMatch match) => (match.Rule.Reference.Id, match.Truth);

    private static (string Id, Truth Truth) Verdict(RuleMatch match) => (match.Rule.Reference.Id, match.Truth);

    private static string Whole(PlainMatch match) => Whole(Verdict(match), match.Specificity, match.Evidence, match.Tried, match.Answered);

    private static string Whole(RuleMatch match) => Whole(Verdict(match), match.Specificity, match.Evidence, match.Tried, match.Answered);

    private static string Whole(
        (string, Truth) verdict,
        int specificity,
        IEnumerable<Evidence> evidence,
        IEnumerable<bool> tried,
        IEnumerable<bool> answered
    ) => $"{verdict} {specificity} {string.Join(' ', tried)} {string.Join(' ', answered)}\n{string.Join('\n', evidence)}";
}
