using AutoResolve.Matching;

namespace AutoResolve.Decisions;

/// <summary>Explains a decision, from the same matches.</summary>
internal sealed class Explainer
{
    private readonly DecisionBasis _basis;
    private readonly Resolution _resolution;

    private Explainer(DecisionBasis basis, Resolution resolution) => (_basis, _resolution) = (basis, resolution);

    private DecisionInput Input => _basis.Input;

    public static Explanation Explain(Decision decision) =>
        decision.Basis is { } basis ? new Explainer(basis, decision.Resolution).Explain() : new Explanation { Resolution = decision.Resolution };

    private Explanation Explain() => new()
    {
        Resolution = _resolution,
        Winner = _basis.Winner?.ToEvidence(),
        RunnersUp = [.. RunnersUp()],
        Also = [.. _basis.Field.All.Where(IsAlso).Select(candidate => candidate.ToEvidence())],
        NearMisses = [.. NearMisses()],
        Skipped = [.. SkippedByStanding().Concat(SkippedUnmatched()).OrderBy(skipped => skipped.Match.Rule.Id, StringComparer.Ordinal)],
        RulesInRulebook = _basis.Program.Rules.Count,
        RulesEvaluated = Input.Matches.Evaluated,
    };

    private static bool IsAlso(Candidate candidate) => candidate is { Rule.Also: true, Standing: Standing.Acts };

    private IEnumerable<RunnerUp> RunnersUp() =>
        from candidate in _basis.Field.All
        where candidate.IsContender && candidate != _basis.Winner
        select new RunnerUp(candidate.ToEvidence(), WhyNot(candidate));

    private string WhyNot(Candidate candidate) =>
        candidate.Standing == Standing.Suggests ? Wording.Skipped(candidate)
        : _basis.Winner is null && _basis.Field.Best.Contains(candidate) ? "as good as another that would do something else"
        : Wording.Lost(candidate, _basis.Winner ?? _basis.Field.Best[0]);

    private IEnumerable<NearMiss> NearMisses()
    {
        var matched = _basis.Field.All.Select(candidate => candidate.Match.Rule).ToHashSet();
        return _basis.Program.Rules
            .Where(rule => rule.Rule.Status != RuleStatus.Draft && !matched.Contains(rule) && rule.InScope(Input.Text))
            .Select(rule => (Rule: rule, Failed: ConditionTracer.FindOnlyFailure(rule, Input.Text, Input.Facts)))
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
        Evidence = [.. Held(ConditionTracer.Trace(rule, Input.Text, Input.Facts)).Distinct()],
        Priority = rule.Rule.Priority,
    };

    // What speaks for the rule: not what it must not say.
    private static IEnumerable<Evidence> Held(ConditionTrace trace) =>
        trace.Negates ? []
        : trace.Truth == Truth.True ? EvidenceCollector.Collect(trace)
        : trace.Children.SelectMany(Held);

    private IEnumerable<SkippedRule> SkippedByStanding() =>
        from candidate in _basis.Field.All
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
        foreach (var rule in _basis.Program.Rules)
        {
            var inScope = rule.InScope(Input.Text);
            if ((inScope && rule.Rule.Status != RuleStatus.Draft) || rule.When.Evaluate(Input.Text, Input.Facts) != Truth.True)
                continue;
            var evidence = new Candidate(RuleMatch.Of(rule, Input.Text, Input.Facts), Standing.Shadow).ToEvidence();
            yield return inScope
                ? new SkippedRule(evidence, SkipReason.Draft, "a draft: only tested")
                : new SkippedRule(evidence, SkipReason.Scope, "the issue is not in its scope");
        }
    }
}
