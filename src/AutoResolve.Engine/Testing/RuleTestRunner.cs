using AutoResolve.Decisions;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Testing;

/// <summary>Runs the tests inside rules, with the matcher and the decision that resolving uses.</summary>
internal sealed class RuleTestRunner(Rulebook rulebook, string defaultLocale)
{
    /// <param name="chosen">Whether the tests of a rule are run.</param>
    /// <param name="cancellationToken">Ends the run between two tests.</param>
    public RuleTestReport Run(Predicate<Rule> chosen, CancellationToken cancellationToken = default)
    {
        var results = new List<RuleTestResult>();
        var coverage = new CoverageCounter();
        foreach (var rule in rulebook.Program.Rules.Where(rule => chosen(rule.Rule)))
        {
            // A rule without tests counts as wholly unseen.
            if (rule.Rule.Tests.Count == 0)
                coverage.AddUnseen(rule, ConditionTracer.Trace(rule, Prepare(new Issue { Id = rule.Reference.Id }), FactValues.None));
            for (var number = 1; number <= rule.Rule.Tests.Count; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                results.Add(Run(rule, rule.Rule.Tests[number - 1], number, coverage));
            }
        }

        return new RuleTestReport(results, coverage.ToList());
    }

    /// <summary>Runs one test.</summary>
    /// <param name="rule">Its rule.</param>
    /// <param name="number">Its number in the rule, from 1.</param>
    public RuleTestResult Run(CompiledRule rule, int number) => Run(rule, rule.Rule.Tests[number - 1], number, new CoverageCounter());

    private RuleTestResult Run(CompiledRule rule, RuleTest test, int number, CoverageCounter coverage)
    {
        var facts = new FactValues(test.Facts.ToDictionary(fact => fact.Key, fact => (string?)fact.Value, StringComparer.Ordinal));
        var text = Prepare(test.Issue);
        var trace = ConditionTracer.Trace(rule, text, facts);
        coverage.Add(rule, trace);
        return new RuleTestResult(
            rule.Reference,
            number,
            test.Issue,
            test.Location.Position,
            CheckMatch(rule, test, text, trace) ?? CheckOutcome(rule, test, text, facts)
        );
    }

    // A test is written by the team that runs it; only issues from outside are cut.
    private MatchInput Prepare(Issue issue) => MatchInput.Prepare(issue, defaultLocale, int.MaxValue);

    private static RuleTestFailure? CheckMatch(CompiledRule rule, RuleTest test, MatchInput text, ConditionTrace trace)
    {
        var inScope = rule.InScope(text);
        var holds = trace.Truth == Truth.True;
        if ((inScope && holds) == test.Match)
            return null;
        if (!test.Match)
            return new RuleTestFailure("the rule does not match", "it matches", Blame.ForMatch(trace, test.Issue));
        var got = inScope ? "it does not match" : $"the issue is not in the rule's scope ({ScopeText.Missed(rule.Rule.Scope, text)})";
        return new RuleTestFailure("the rule matches", got, Blame.ForNoMatch(trace, test.Issue));
    }

    private RuleTestFailure? CheckOutcome(CompiledRule rule, RuleTest test, MatchInput text, FactValues facts)
    {
        if (test.Outcome is not { } outcome)
            return null;
        var resolution = rulebook
            .Decider.Decide(
                new DecisionInput
                {
                    Text = text,
                    Matches = Match(rule, text, facts),
                    Author = Authorship.Of(text.Issue),
                    Facts = facts,
                    Today = null,
                    Trial = rule.Rule,
                    DefaultLocale = defaultLocale,
                }
            )
            .Resolution;
        var winner = resolution.Rule?.Id;
        if (resolution.Outcome == outcome && winner == rule.Reference.Id)
            return null;
        return new RuleTestFailure(
            $"{Word(outcome)} by {rule.Reference.Id}",
            $"{Word(resolution.Outcome)} by {winner ?? "no rule"}: {resolution.Summary}",
            []
        );
    }

    // The matcher leaves drafts out, and a draft is tested as the active rule that it is to become.
    private MatchResult Match(CompiledRule rule, MatchInput text, FactValues facts)
    {
        var matched = rulebook.Program.Matcher.Match(text, facts);
        if (rule.Rule.Status != RuleStatus.Draft || !rule.InScope(text))
            return matched;
        var match = RuleMatch.Of(rule, text, facts);
        return match.Truth == Truth.False ? matched : matched with { Matches = [.. matched.Matches, match] };
    }

    private static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
