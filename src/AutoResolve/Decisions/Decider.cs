using AutoResolve.Matching;
using AutoResolve.Rules.Model;

namespace AutoResolve.Decisions;

/// <summary>Chooses what becomes of an issue. Pure: equal input gives equal decisions.</summary>
/// <remarks>The order is that of "Which rule wins" in rules/docs/format.md: guards; active rules by priority, then specificity; rules on
/// trial.</remarks>
internal sealed class Decider(RuleProgram program, RulePlans plans, string revision)
{
    public Resolution Decide(DecisionInput input)
    {
        var candidates = input.Matches.Matches
            .Where(match => match.Truth == Truth.True)
            .Select(
                match =>
                new Candidate(match, ReferenceEquals(match.Rule.Rule, input.Trial) ? Standing.Acts : Judge(match.Rule.Rule, input)))
            .ToList();
        var also = Candidate.Rank(candidates.Where(candidate => candidate.Rule.Also && candidate.Standing == Standing.Acts)).ToList();
        var contenders = Candidate.Rank(
            candidates.Where(candidate => !candidate.Rule.Also && candidate.Standing == Standing.Acts)).ToList();
        var guard = contenders.Find(candidate => candidate.Rule.Guard);
        var suggested = Candidate.Rank(
            candidates.Where(candidate => !candidate.Rule.Also && candidate.Standing == Standing.Suggests)).ToList();
        var best = contenders.TakeWhile(other => contenders[0].IsChallengedBy(other)).ToList();
        var winner = guard
            ?? (best.Count > 0 && best.TrueForAll(other => Same(best[0], other, input)) && !best[0].IsTooWeak ? best[0] : null);

        var resolution = guard is not null ? Guarded(guard, input)
            : winner is not null ? Won(winner, suggested, input)
            : best.Count > 0 ? Ambiguous(best, suggested, input)
            : suggested.Count > 0 ? OnlySuggested(suggested, input)
            : Base(input) with
            {
                Outcome = Outcome.Escalated,
                Reason = ResolutionReason.NoRuleMatched,
                Summary = "No active rule matches, so a person gets it.",
            };
        var explainer = new Explainer(program, input, candidates, winner, best);
        return resolution with
        {
            Tags = [.. also.Prepend(winner).OfType<Candidate>().SelectMany(candidate => candidate.Rule.Then.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Notes = [.. also.Prepend(winner).OfType<Candidate>().Select(candidate => candidate.Rule.Then.Note).OfType<string>()],
            LazyExplanation = new Lazy<Explanation>(explainer.Explain),
        };
    }

    /// <summary>The facts without which the decision cannot be made, sorted: of rules that hold but for a fact, and of what a
    /// matching rule asks about steps and answers, prints or hands to actions. None where a guard has already decided.</summary>
    public IReadOnlyList<string> FactsNeeded(DecisionInput input)
    {
        IReadOnlyList<string> needed =
        [
            .. input.Matches.Matches
                .SelectMany(match => (match.Truth == Truth.Unknown ? match.Rule.Facts : []).Concat(FactsOfDoing(match.Rule)))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        return needed.Count > 0 && input.Matches.Matches.Any(match => StopsAutomation(match, input)) ? [] : needed;
    }

    private IEnumerable<string> FactsOfDoing(CompiledRule rule) =>
        rule.TriedWhen.Concat(
            rule.Ask.Select(question => question.AnsweredWhen)).OfType<CompiledCondition>().SelectMany(condition => condition.Facts)
            .Concat(rule.Ask.SelectMany(question => plans[question.Definition].Facts))
            .Concat(plans[rule.Rule].Facts);

    private static Standing Judge(Rule rule, DecisionInput input) =>
        StandingJudge.Judge(rule, input.Text.Issue, input.Today, input.Demoted.Contains(new RuleVersion(rule.Id.Value, rule.Version)));

    private static bool StopsAutomation(RuleMatch match, DecisionInput input) =>
        match.Truth == Truth.True && match.Rule.Rule.Guard && Judge(match.Rule.Rule, input) == Standing.Acts;

    private Resolution Guarded(Candidate guard, DecisionInput input)
    {
        var team = guard.Rule.Then.Team ?? guard.Rule.Owner;
        return Base(input) with
        {
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.Guarded,
            Summary = $"{Wording.Matched(guard)} It is a guard: all automation stops, and team {team} gets it at once.",
            Rule = guard.Reference,
            Team = team,
            Tier = guard.Rule.Then.Tier,
        };
    }

    private Resolution Won(Candidate winner, List<Candidate> suggested, DecisionInput input)
    {
        var effect = Apply(winner, input);
        return Base(input) with
        {
            Outcome = effect.Outcome,
            Reason = effect.Reason,
            Summary = $"{Wording.Matched(winner)} {effect.Consequence}".TrimEnd(),
            Rule = winner.Reference,
            Team = effect.Team,
            Tier = effect.Tier,
            Answer = effect.Answer,
            Tried = effect.Tried,
            Questions = effect.Questions,
            Actions = effect.Actions,
            Policy = effect.Actions.Count == 0 && winner.Rule.OncePer is null ? null : PolicyOf(winner.Rule, input.Text.Issue),
            Suggestions = Suggest(suggested, input),
        };
    }

    private static ActionPolicy PolicyOf(Rule rule, Issue issue)
    {
        var name = rule.OncePer?.By switch
        {
            OncePerBy.Rule => $"rule {rule.Id.Value}",
            OncePerBy.Issue => $"rule {rule.Id.Value} issue {issue.Id}",
            OncePerBy.Requester when !string.IsNullOrEmpty(issue.Requester) => $"rule {rule.Id.Value} requester {issue.Requester}",
            _ => null,
        };
        return new ActionPolicy(
            rule.Then.UndoOnFailure, rule.OncePer?.Window, name, rule.OncePer?.By == OncePerBy.Rule ? null : issue.Tenant);
    }

    private Resolution Ambiguous(List<Candidate> best, List<Candidate> suggested, DecisionInput input)
    {
        var teams = best.Select(candidate => candidate.Rule.Then.Team ?? candidate.Rule.Owner).Distinct(StringComparer.Ordinal).ToList();
        return Base(input) with
        {
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.Ambiguous,
            Summary = best[0].IsTooWeak
                && best.TrueForAll(
                other => Same(best[0], other, input)) ? $"Rule {best[0].Reference.Id} matches, but too weakly to decide, so a person does."
                : $"Rules {Wording.And([.. best.Select(candidate => candidate.Reference.Id)])} match equally well and would do different things, so a person decides.",
            Team = teams.Count == 1 ? teams[0] : null,
            Suggestions = Suggest(best.Concat(suggested), input),
        };
    }

    private Resolution OnlySuggested(List<Candidate> suggested, DecisionInput input) => Base(input) with
    {
        Outcome = Outcome.Escalated,
        Reason = ResolutionReason.OnlySuggested,
        Summary = $"Only rules on trial match ({string.Join(", ", suggested.Select(candidate => candidate.Reference.Id))}), so a person decides.",
        Suggestions = Suggest(suggested, input),
    };

    private Resolution Base(DecisionInput input) => new()
    {
        IssueId = input.Text.Issue.Id,
        Outcome = Outcome.Escalated,
        Reason = ResolutionReason.Unexpected,
        Summary = "",
        Remarks = Wording.Remarks(input),
        Lookups = input.Lookups,
        RulebookRevision = revision,
    };

    private IReadOnlyList<Suggestion> Suggest(IEnumerable<Candidate> candidates, DecisionInput input) =>
    [
        .. candidates.Select(candidate => (Candidate: candidate, Effect: Apply(candidate, input))).Select(pair => new Suggestion
        {
            Rule = pair.Candidate.Reference,
            Outcome = pair.Effect.Outcome,
            Answer = pair.Effect.Answer,
            Team = pair.Effect.Team,
            Actions = pair.Effect.Actions,
        }),
    ];

    private Effect Apply(Candidate candidate, DecisionInput input) => new RuleApplication(candidate.Match, plans, input).Apply();

    // Questions of two sets may share a name, and steps an id; what they come to for this issue then differs.
    private bool Same(Candidate left, Candidate right, DecisionInput input) =>
        left == right
        || (plans[left.Rule].Fingerprint == plans[right.Rule].Fingerprint
            && left.Match.Rule.Ask.Select(question => question.Definition).SequenceEqual(
                right.Match.Rule.Ask.Select(question => question.Definition))
            && Apply(left, input).Tried.SequenceEqual(Apply(right, input).Tried));
}
