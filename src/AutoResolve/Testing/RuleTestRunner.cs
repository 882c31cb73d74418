using AutoResolve.Matching;
using AutoResolve.Rules.Model;

namespace AutoResolve.Testing;

/// <summary>Runs the tests inside rules, with the matcher and the decision that resolving uses.</summary>
/// <param name="rulebook">The rules.</param>
/// <param name="defaultLocale">The locale of an issue that has none.</param>
/// <param name="decide">Decides an issue by the whole rulebook, whatever the dates and rollouts of its rules.</param>
internal sealed class RuleTestRunner(Rulebook rulebook, string defaultLocale, Func<Issue, IReadOnlyDictionary<string, string>, Resolution> decide)
{
    /// <param name="chosen">Whether the tests of a rule are run.</param>
    public RuleTestReport Run(Predicate<Rule> chosen)
    {
        var results = new List<RuleTestResult>();
        var coverage = new CoverageCounter();
        foreach (var rule in rulebook.Program.Rules.Where(rule => chosen(rule.Rule)))
        {
            // A rule without tests counts as wholly unseen.
            if (rule.Rule.Tests.Count == 0)
                coverage.AddUnseen(rule, Trace(rule, new Issue { Id = rule.Reference.Id }, FactValues.None).Trace);
            for (var number = 1; number <= rule.Rule.Tests.Count; number++)
                results.Add(Run(rule, rule.Rule.Tests[number - 1], number, coverage));
        }

        return new RuleTestReport(results, coverage.ToList());
    }

    private RuleTestResult Run(CompiledRule rule, RuleTest test, int number, CoverageCounter coverage)
    {
        var facts = new FactValues(test.Facts.ToDictionary(fact => fact.Key, fact => (string?)fact.Value));
        var (text, trace) = Trace(rule, test.Issue, facts);
        coverage.Add(rule, trace);
        return new RuleTestResult(rule.Rule, test, number, CheckMatch(rule, test, text, facts, trace) ?? CheckOutcome(rule, test, trace));
    }

    private (IssueText Text, ConditionTrace Trace) Trace(CompiledRule rule, Issue issue, FactValues facts)
    {
        var text = IssueText.Prepare(issue, defaultLocale, int.MaxValue);
        return (text, ConditionTracer.Trace(rule, text, facts));
    }

    private static RuleTestFailure? CheckMatch(CompiledRule rule, RuleTest test, IssueText text, FactValues facts, ConditionTrace trace)
    {
        var inScope = rule.InScope(text);
        var holds = rule.When.Evaluate(text, facts) == Truth.True;
        if ((inScope && holds) == test.Match)
            return null;
        if (!test.Match)
            return new RuleTestFailure("the rule does not match", "it matches", Blame.ForMatch(trace, test.Issue));
        var got = inScope ? "it does not match" : $"the issue is not in the rule's scope ({ScopeText.Missed(rule.Rule.Scope, text)})";
        return new RuleTestFailure("the rule matches", got, holds ? [] : Blame.ForNoMatch(trace, test.Issue));
    }

    private RuleTestFailure? CheckOutcome(CompiledRule rule, RuleTest test, ConditionTrace trace)
    {
        if (test.Outcome is not { } outcome)
            return null;
        var resolution = decide(test.Issue, test.Facts);
        var winner = resolution.Rule?.Id;
        if (resolution.Outcome == outcome && winner == rule.Reference.Id)
            return null;
        var expected = $"{Word(outcome)} by {rule.Reference.Id}";
        var got = $"{Word(resolution.Outcome)} by {winner ?? "no rule"}: {resolution.Summary}";
        return new RuleTestFailure(expected, got, trace.Truth == Truth.True ? [] : Blame.ForNoMatch(trace, test.Issue));
    }

    private static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
