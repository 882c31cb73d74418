using AutoResolve.Matching;
using AutoResolve.Rules.Model;

namespace AutoResolve.Decisions;

/// <summary>Chooses what becomes of an issue. Pure: equal input gives equal decisions.</summary>
/// <remarks>The order is that of "Which rule wins" in rules/docs/format.md: guards; active rules by priority, then specificity; rules on
/// trial.</remarks>
internal sealed class Decider(RuleProgram program, RulePlans plans, Desk? desk, string revision)
{
    private readonly RuleNeeds _needs = new(program, plans);

    public Decision Decide(DecisionInput input)
    {
        var field = RankedRules.Of(input);
        var winner = field.Guard ?? (field.Best.Count > 0 && IsDecided(field.Best, input) ? field.Best[0] : null);
        var resolution = field.Guard is { } guard ? Guarded(guard, input)
            : winner is not null ? Won(winner, field, input)
            : field.Best.Count > 0 ? Ambiguous(field, input)
            : OnlySuggested(field, input) ?? Base(input) with
            {
                Reason = ResolutionReason.NoRuleMatched,
                Summary = "No active rule matches, so a person gets it.",
            };
        var isPlanned = winner is not null && winner != field.Guard && (resolution.Actions.Count > 0 || winner.Rule.OncePer is not null);
        return new Decision
        {
            Resolution = Filing.File(resolution, field, winner),
            Policy = isPlanned ? ActionPolicy.Of(winner!.Rule, input.Text.Issue) : null,
            Basis = new DecisionBasis(program, desk, input, field, winner),
        };
    }

    /// <summary>The facts without which the decision cannot be made, sorted: of rules that hold but for a fact, and of what a
    /// matching rule asks about steps and answers, prints or hands to actions. None where a guard has already decided.</summary>
    public IReadOnlyList<string> FactsNeeded(DecisionInput input)
    {
        SortedSet<string>? needed = null;
        foreach (var match in input.Matches.Matches)
        {
            if (match.Truth == Truth.True && match.Rule.Rule.Guard && StandingJudge.Judge(match.Rule.Rule, input) == Standing.Acts)
                return [];
            if (match.Truth == Truth.Unknown)
                Add(match.Rule.Facts, ref needed);
            Add(_needs[match.Rule], ref needed);
        }

        return needed is null ? [] : [.. needed];
    }

    private static void Add(IReadOnlyList<string> facts, ref SortedSet<string>? needed)
    {
        for (var at = 0; at < facts.Count; at++)
            (needed ??= new SortedSet<string>(StringComparer.Ordinal)).Add(facts[at]);
    }

    // The first of them wins where all would do the same.
    private bool IsDecided(IReadOnlyList<Candidate> best, DecisionInput input) => !best[0].IsTooWeak && AreSame(best, input);

    private Resolution Guarded(Candidate guard, DecisionInput input)
    {
        var team = guard.Rule.Then.Team ?? guard.Rule.Owner;
        return Base(input) with
        {
            Reason = ResolutionReason.Guarded,
            Summary = $"{Wording.Matched(guard, input.Text)} It is a guard: all automation stops, and team {team} gets it at once.",
            Rule = guard.Reference,
            Team = team,
            Tier = guard.Rule.Then.Tier,
        };
    }

    private Resolution Won(Candidate winner, RankedRules field, DecisionInput input)
    {
        var effect = Apply(winner, input);
        return Base(input) with
        {
            Outcome = effect.Outcome,
            Reason = effect.Reason,
            Summary = effect.Consequence.Length == 0 ? Wording.Matched(winner, input.Text) : $"{Wording.Matched(winner, input.Text)} {effect.Consequence}",
            Rule = winner.Reference,
            Team = effect.Team,
            Tier = effect.Tier,
            Answer = effect.Answer,
            Tried = effect.Tried,
            Questions = effect.Questions,
            Actions = effect.Actions,
            Suggestions = Suggest([], field, input),
        };
    }

    private Resolution Ambiguous(RankedRules field, DecisionInput input)
    {
        var best = field.Best;
        var teams = best.Select(candidate => candidate.Rule.Then.Team ?? candidate.Rule.Owner).Distinct(StringComparer.Ordinal).ToList();
        return Base(input) with
        {
            Reason = ResolutionReason.Ambiguous,
            Summary = AreSame(best, input)
                ? $"Rule {best[0].Reference.Id} matches, but too weakly to decide, so a person does."
                : $"Rules {Wording.And([.. best.Select(candidate => candidate.Reference.Id)])} match equally well and would do different "
                    + "things, so a person decides.",
            Team = teams.Count == 1 ? teams[0] : null,
            Suggestions = Suggest(best, field, input),
        };
    }

    private Resolution? OnlySuggested(RankedRules field, DecisionInput input)
    {
        var suggestions = Suggest([], field, input);
        return suggestions.Count == 0 ? null : Base(input) with
        {
            Reason = ResolutionReason.OnlySuggested,
            Summary = $"Only rules on trial match ({string.Join(", ", suggestions.Select(suggestion => suggestion.Rule.Id))}), so a person "
                + "decides.",
            Suggestions = suggestions,
        };
    }

    private Resolution Base(DecisionInput input) => new()
    {
        IssueId = input.Text.Issue.Id,
        Outcome = Outcome.Escalated,
        Reason = ResolutionReason.Unexpected,
        Summary = "",
        Facts = input.Lookups,
        Remarks = Wording.Remarks(input),
        RulebookRevision = revision,
    };

    // What equally good rules would do, then what those on trial would.
    private List<Suggestion> Suggest(IReadOnlyList<Candidate> best, RankedRules field, DecisionInput input)
    {
        List<Suggestion> suggestions = [];
        foreach (var candidate in best)
            suggestions.Add(Suggest(candidate, input));
        foreach (var candidate in field.All)
        {
            if (candidate is { Standing: Standing.Suggests, Rule.Also: false })
                suggestions.Add(Suggest(candidate, input));
        }

        return suggestions;
    }

    private Suggestion Suggest(Candidate candidate, DecisionInput input)
    {
        var effect = Apply(candidate, input);
        return new Suggestion
        {
            Rule = candidate.Reference,
            Outcome = effect.Outcome,
            Answer = effect.Answer,
            Team = effect.Team,
            Actions = effect.Actions,
        };
    }

    private Effect Apply(Candidate candidate, DecisionInput input) => new RuleApplication(candidate.Match, plans, input).Apply();

    private bool AreSame(IReadOnlyList<Candidate> best, DecisionInput input)
    {
        for (var at = 1; at < best.Count; at++)
        {
            if (!AreSame(best[0], best[at], input))
                return false;
        }

        return true;
    }

    // Questions of two sets may share a name, and steps an id; what they come to for this issue then differs.
    private bool AreSame(Candidate left, Candidate right, DecisionInput input) =>
        plans[left.Rule].Fingerprint == plans[right.Rule].Fingerprint
        && left.Match.Rule.Ask.Select(question => question.Definition).SequenceEqual(
            right.Match.Rule.Ask.Select(question => question.Definition))
        && TriedSteps(left, input).SequenceEqual(TriedSteps(right, input), StringComparer.Ordinal);

    private IEnumerable<string> TriedSteps(Candidate candidate, DecisionInput input) =>
        new RuleApplication(candidate.Match, plans, input).TriedSteps().Select(step => step.Id.Value);
}
