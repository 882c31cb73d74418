using AutoResolve.Index.NearMisses;
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
        decision.Basis is { } basis
            ? new Explainer(basis, decision.Resolution).Explain()
            : new Explanation { Resolution = decision.Resolution };

    private Explanation Explain()
    {
        var found = NearMissFinder.ForExplanation(_basis);
        return new Explanation
        {
            Resolution = _resolution,
            Winner = _basis.Winner?.ToEvidence(),
            RunnersUp = [.. RunnersUp()],
            Also = [.. _basis.Field.All.Where(IsAlso).Select(candidate => candidate.ToEvidence())],
            NearMisses = NearMissFinder.Describe(found),
            Denied = Denied(),
            Skipped = [.. SkippedByStanding().Concat(LeftOut(found)).OrderBy(skipped => skipped.Match.Rule.Id, StringComparer.Ordinal)],
            LeftOut = Input.Text.FindLeftOut(),
            RulesInRulebook = _basis.Program.Rules.Count,
            RulesEvaluated = Input.Matches.Evaluated,
        };
    }

    private List<DeniedRule> Denied()
    {
        var rules = _basis.Program.Matcher.FindDenied(Input.Matches, Input.Text, Input.Facts);
        Input.Work.BeginReasons();
        List<DeniedRule> denied = [.. DeniedOf(rules).TakeWhile(_ => !Input.Work.IsOver).Take(Explanation.MaxDenied)];
        Input.Work.EndReasons();
        return denied;
    }

    private IEnumerable<DeniedRule> DeniedOf(IEnumerable<CompiledRule> rules) =>
        from rule in rules.TakeWhile(_ => !Input.Work.IsOver)
        where EligibilityRules.Judge(rule.Rule, Input) == Eligibility.Acts
        let traces = ConditionTracer.Flatten(ConditionTracer.Trace(rule, Input.Text, Input.Facts))
        let denied = traces.Where(trace => trace.Truth == Truth.False).SelectMany(trace => trace.Denied).Distinct().ToList()
        where denied.Count > 0
        select new DeniedRule(rule.Reference, denied);

    private static bool IsAlso(RankedMatch candidate) => candidate is { Rule.Also: true, Standing: Eligibility.Acts };

    private IEnumerable<RunnerUp> RunnersUp() =>
        from candidate in _basis.Field.All
        where candidate.IsContender && candidate != _basis.Winner
        select new RunnerUp(candidate.ToEvidence(), WhyNot(candidate));

    private string WhyNot(RankedMatch candidate)
    {
        if (candidate.Standing == Eligibility.Suggests)
            return DecisionWording.Skipped(candidate);
        return _basis.Winner is null && _basis.Field.Best.Contains(candidate)
            ? "as good as another that would do something else"
            : DecisionWording.Lost(candidate, _basis.Winner ?? _basis.Field.Best[0]);
    }

    private IEnumerable<SkippedRule> SkippedByStanding() =>
        from candidate in _basis.Field.All
        let reason = candidate.Standing switch
        {
            Eligibility.Shadow => SkipReason.Shadow,
            Eligibility.NotYet => SkipReason.NotYet,
            Eligibility.Expired => SkipReason.Expired,
            Eligibility.NotRolledOut => SkipReason.Rollout,
            _ => (SkipReason?)null,
        }
        where reason is not null
        select new SkippedRule(candidate.ToEvidence(), reason.Value, DecisionWording.Skipped(candidate));

    private IEnumerable<SkippedRule> LeftOut(NearMissResult found) =>
        from match in found.LeftOut
        let evidence = new RankedMatch(match, Eligibility.Shadow).ToEvidence()
        select match.Rule.InScope(Input.Text)
            ? new SkippedRule(evidence, SkipReason.Draft, "a draft: only tested")
            : new SkippedRule(
                evidence,
                SkipReason.Scope,
                $"the issue is not in its scope: {ScopeText.Missed(match.Rule.Rule.Scope, Input.Text)}"
            );
}
