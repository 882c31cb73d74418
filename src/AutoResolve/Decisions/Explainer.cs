using AutoResolve.Matching;

namespace AutoResolve.Decisions;

/// <summary>Explains a decision after the fact, from the same matches. Looks at every rule, so it is built only when somebody asks.</summary>
/// <param name="program">All rules.</param>
/// <param name="input">What was decided by.</param>
/// <param name="candidates">The rules that match.</param>
/// <param name="winner">The rule that decided, if any.</param>
/// <param name="best">The rules that priority and specificity put first, on a par.</param>
internal sealed class Explainer(RuleProgram program, DecisionInput input, IReadOnlyList<Candidate> candidates, Candidate? winner, IReadOnlyList<Candidate> best)
{
    public Explanation Explain() => new()
    {
        Winner = winner?.ToEvidence(),
        RunnersUp = [.. RunnersUp()],
        Also = [.. Candidate.Rank(candidates.Where(candidate => candidate.Rule.Also && candidate.Standing == Standing.Acts)).Select(candidate => candidate.ToEvidence())],
        NearMisses = [.. NearMisses()],
        Skipped = [.. SkippedByStanding().Concat(SkippedUnmatched()).OrderBy(skipped => skipped.Match.Rule.Id, StringComparer.Ordinal)],
        Facts = input.Lookups,
        RulesInRulebook = program.Rules.Count,
        RulesEvaluated = input.Matches.Evaluated,
    };

    private IEnumerable<RunnerUp> RunnersUp() =>
        from candidate in Candidate.Rank(candidates)
        where !candidate.Rule.Also && candidate != winner && candidate.Standing is Standing.Acts or Standing.Suggests
        select new RunnerUp(candidate.ToEvidence(), WhyNot(candidate));

    private string WhyNot(Candidate candidate) =>
        candidate.Standing == Standing.Suggests ? Wording.Skipped(candidate)
        : winner is null && best.Contains(candidate) ? "as good as another that would do something else"
        : Wording.Lost(candidate, winner ?? best[0]);

    private IEnumerable<NearMiss> NearMisses()
    {
        var matched = candidates.Select(candidate => candidate.Match.Rule).ToHashSet();
        return program.Rules
            .Where(rule => rule.Rule.Status != RuleStatus.Draft && !matched.Contains(rule) && rule.InScope(input.Text))
            .Select(rule => (Rule: rule, Failed: ConditionTracer.FindOnlyFailure(rule, input.Text, input.Facts)))
            .Where(miss => miss.Failed is not null)
            .Select(miss => new NearMiss(Partial(miss.Rule), miss.Failed!.Pointer, Wording.Failed(miss.Failed)))
            .OrderByDescending(miss => miss.Match.Evidence.Select(evidence => evidence.Pointer).Distinct(StringComparer.Ordinal).Count())
            .ThenByDescending(miss => miss.Match.Evidence.Count)
            .ThenBy(miss => miss.Match.Rule.Id, StringComparer.Ordinal)
            .Take(Explanation.MaxNearMisses);
    }

    private RuleEvidence Partial(CompiledRule rule) => new()
    {
        Rule = rule.Reference,
        Evidence = [.. Held(ConditionTracer.Trace(rule, input.Text, input.Facts)).Distinct()],
        Priority = rule.Rule.Priority,
    };

    // What speaks for the rule: not what it must not say.
    private static IEnumerable<Evidence> Held(ConditionTrace trace) =>
        trace.Negates ? []
        : trace.Truth == Truth.True ? EvidenceCollector.Collect(trace)
        : trace.Children.SelectMany(Held);

    private IEnumerable<SkippedRule> SkippedByStanding() =>
        from candidate in candidates
        let reason = candidate.Standing switch
        {
            Standing.Shadow => SkipReason.Shadow,
            Standing.NotYet => SkipReason.NotYet,
            Standing.Expired => SkipReason.Expired,
            Standing.NotRolledOut => SkipReason.Rollout,
            _ => (SkipReason?)null,
        }
        where reason is not null
        select new SkippedRule(candidate.ToEvidence(), reason.Value, Wording.Skipped(candidate));

    private IEnumerable<SkippedRule> SkippedUnmatched()
    {
        foreach (var rule in program.Rules)
        {
            var inScope = rule.InScope(input.Text);
            if ((inScope && rule.Rule.Status != RuleStatus.Draft) || rule.When.Evaluate(input.Text, input.Facts) != Truth.True)
                continue;
            var evidence = new Candidate(RuleMatch.Of(rule, input.Text, input.Facts), Standing.Shadow).ToEvidence();
            yield return inScope
                ? new SkippedRule(evidence, SkipReason.Draft, "a draft: only tested")
                : new SkippedRule(evidence, SkipReason.Scope, "the issue is not in its scope");
        }
    }
}
