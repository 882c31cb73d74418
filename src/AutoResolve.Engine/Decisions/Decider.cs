using AutoResolve.Compiling;
using AutoResolve.Conversations;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>Chooses what becomes of an issue. Pure: equal input gives equal decisions.</summary>
/// <remarks>The order is that of "Which rule wins" in rules/docs/format.md: guards; what the last turn says beside its matter; the last
/// turn by itself; all turns together; rules on trial.</remarks>
/// <param name="program">The rules.</param>
/// <param name="plans">What they do.</param>
/// <param name="profile">How people talk.</param>
/// <param name="desk">How the contact center works; null where no rule file says.</param>
/// <param name="revision">The rulebook's revision.</param>
/// <param name="readsField">Whether a rule or question reads a field.</param>
/// <param name="unread">Says which fields of an issue rules compare with numbers and dates, and which hold none.</param>
/// <param name="told">Reads what people who take over ask for.</param>
internal sealed class Decider(
    RuleProgram program,
    RulePlans plans,
    ConversationProfile profile,
    SupportDesk? desk,
    string revision,
    Func<string, bool> readsField,
    Func<MatchInput, IReadOnlyList<string>> unread,
    ToldInWords told
)
{
    private readonly RuleNeeds _needs = new(program, plans);
    private readonly TurnJudge _turns = new(program, readsField);
    private readonly PlainResolutions _plain = new(program, revision, unread);

    public Decision Decide(DecisionInput input)
    {
        var decision = DecideByAll(input);
        return input.Work.IsSpent && decision.Resolution.Reason != ResolutionReason.Guarded
            ? Made(_plain.LeftOut(input), RankedRules.Of(input, []), null, input)
            : decision;
    }

    private Decision DecideByAll(DecisionInput input)
    {
        var field = RankedRules.Of(input, input.Matches.Matches);
        var newest = input.Newest is { } turn ? RankedRules.Of(input, turn.Matches.Matches) : null;
        if (field.Guard is null && newest?.Guard is not null)
            field = newest;
        if (field.Guard is { } guard)
            return Made(_plain.Guarded(guard.Reference, DecisionWording.Matched(guard, input.Text), input), field, guard, input);
        if (_turns.EarlierGuard(input) is { } earlier)
            return Made(_plain.Guarded(earlier, $"Rule {earlier.Id} matched before.", input), field, null, input);
        if (input.Newest?.IsAside == true)
            return Made(_plain.GoesOn(input), field, null, input);

        // What decides is what the last turn says by itself, unless it answers what was asked.
        if (newest is { Best.Count: > 0 } && IsDecided(newest.Best, input) && !(input.Newest!.Answers && field.Best.Count > 0))
            field = newest;
        else
            field = Preferred(field, input);
        var winner = field.Best.Count > 0 && IsDecided(field.Best, input) ? field.Best[0] : null;
        return _turns.Says(input, newest, winner) switch
        {
            Signal.WantsPerson => Made(_plain.PersonWanted(LastRule(winner, input), input), field, null, input),
            Signal.Solved => Made(_plain.Closed(LastRule(winner, input), ResolutionReason.Solved, input), field, null, input),
            Signal.Withdrawn => Made(_plain.Closed(LastRule(winner, input), ResolutionReason.Withdrawn, input), field, null, input),
            Signal.Waiting => Made(_plain.GoesOn(input), field, null, input),
            _ when IsIdle(winner, input) => Made(_plain.GoesOn(input), field, null, input),
            _ => ByRules(winner, field, input),
        };
    }

    /// <summary>The facts without which the decision cannot be made, sorted: of rules that hold but for a fact, and of what a
    /// matching rule asks about steps and answers, prints or hands to actions. None where a guard has already decided.</summary>
    public IReadOnlyList<string> FactsNeeded(DecisionInput input) => _needs.Missing(input);

    // Praise in a case that goes on is no reason to end it.
    private static bool IsIdle(RankedMatch? winner, DecisionInput input) =>
        winner?.Rule.Then.Outcome == RuleOutcome.Ignore && input.Newest is not null && input.Memory.Outcome is not null;

    private Decision ByRules(RankedMatch? winner, RankedRules field, DecisionInput input) =>
        Made(ResolutionOf(winner, field, input), field, winner, input);

    private Resolution ResolutionOf(RankedMatch? winner, RankedRules field, DecisionInput input)
    {
        if (winner is not null)
            return Won(winner, field, input);
        if (field.Best.Count > 0)
            return Ambiguous(field, input);
        return OnlySuggested(field, input)
            ?? OnlyInOtherLanguage(input)
            ?? _plain.Base(input) with
            {
                Reason = ResolutionReason.NoRuleMatched,
                Summary = "No active rule matches, so a person gets it.",
                Team = input.Memory.Team,
            };
    }

    private Decision Made(Resolution resolution, RankedRules field, RankedMatch? winner, DecisionInput input)
    {
        if (
            resolution.Outcome is not (Outcome.Escalated or Outcome.Routed)
            && resolution.Reason != ResolutionReason.GoesOn
            && input.Text.IsCutForGuards
        )
        {
            resolution = resolution with
            {
                Outcome = Outcome.Escalated,
                Reason = ResolutionReason.TooLong,
                Summary =
                    $"{resolution.Summary} It is longer than is read, so that not even guards have read all of it, and a person gets it.",
                Answer = null,
                Questions = [],
                Actions = [],
            };
        }

        var isPlanned = winner is not null && !winner.Rule.Guard && (resolution.Actions.Count > 0 || winner.Rule.OncePer is not null);
        return new Decision
        {
            Resolution = Filing.File(resolution, field, winner),
            Policy = isPlanned ? ActionPolicy.Of(winner!.Rule, input.Text.Issue) : null,
            Basis = new DecisionBasis(program, desk, input, field, winner, told),
        };
    }

    // Where the person corrects what was said, only what the correction speaks of counts; of equally good rules, what was said last.
    private RankedRules Preferred(RankedRules field, DecisionInput input)
    {
        if (input.Newest is not { } newest || field.Best.Count == 0)
            return field;
        var isCorrected = input.Said.Has(Signal.Correction);
        if (!isCorrected && IsDecided(field.Best, input))
            return field;
        var spokenOf = RankedRules.Of(
            input,
            [.. input.Matches.Matches.Where(match => match.Evidence.Any(evidence => evidence.Turn == newest.Turn.Id))]
        );
        if (spokenOf.Best.Count > 0 && IsDecided(spokenOf.Best, input))
            return spokenOf;

        // An answer goes to the rule that asked.
        var asker = newest.Answers ? input.Memory.Asking.LastOrDefault()?.Rule : null;
        return asker is not null && field.Best.FirstOrDefault(candidate => candidate.Reference.Id == asker) is { } asking
            ? RankedRules.Of(input, [asking.Match])
            : field;
    }

    // The first of them wins where all would do the same.
    private bool IsDecided(IReadOnlyList<RankedMatch> best, DecisionInput input) => !best[0].IsTooWeak && AreSame(best, input);

    private RuleReference? LastRule(RankedMatch? winner, DecisionInput input) => _turns.LastRule(input) ?? winner?.Reference;

    private Resolution Won(RankedMatch winner, RankedRules field, DecisionInput input)
    {
        var effect = Apply(winner, input);
        var summary =
            effect.Consequence.Length == 0
                ? DecisionWording.Matched(winner, input.Text)
                : $"{DecisionWording.Matched(winner, input.Text)} {effect.Consequence}";
        List<OtherProblem>? others = null;
        foreach (var other in OtherProblems.Of(winner, field, input))
        {
            var told = Told(other, effect, input);
            (others ??= []).Add(told);
            summary = $"{summary} {DecisionWording.Besides(other, told, input.Text)}";
        }

        return _plain.Base(input) with
        {
            Outcome = effect.Outcome,
            Reason = effect.Reason,
            Summary = summary,
            Others = others ?? (IReadOnlyList<OtherProblem>)[],
            Rule = winner.Reference,
            Team = effect.Team,
            Tier = effect.Tier,
            Answer = effect.Answer,
            Tried = effect.Tried,
            Questions = effect.Questions,
            OpenQuestions = effect.OpenQuestions,
            Actions = effect.Actions,
            Suggestions = Suggest([], field, input),
        };
    }

    // Two routes both go, unless one team gets both.
    private OtherProblem Told(RankedMatch other, AppliedRule decided, DecisionInput input)
    {
        var effect = decided.Outcome == Outcome.Routed && MayGoToOther(other.Rule, decided.Team) ? Apply(other, input) : null;
        var isRouted = effect is { Outcome: Outcome.Routed } && effect.Team != decided.Team;
        return new OtherProblem
        {
            Rule = other.Reference,
            Evidence = other.Match.Evidence,
            Team = isRouted ? effect!.Team : null,
            Tier = isRouted ? effect!.Tier : null,
        };
    }

    private static bool MayGoToOther(Rule rule, string? team) =>
        (rule.Then.Team ?? rule.Owner) != team || (rule.Then.WhenAllTried?.Team is { } last && last != team);

    private Resolution Ambiguous(RankedRules field, DecisionInput input)
    {
        var best = field.Best;
        var teams = best.Select(candidate => candidate.Rule.Then.Team ?? candidate.Rule.Owner).Distinct(StringComparer.Ordinal).ToList();
        return _plain.Base(input) with
        {
            Reason = ResolutionReason.Ambiguous,
            Summary = AreSame(best, input)
                ? $"Rule {best[0].Reference.Id} matches, but too weakly to decide, so a person does."
                : $"Rules {DecisionWording.And([.. best.Select(candidate => candidate.Reference.Id)])} match "
                    + $"equally well and would do different "
                    + "things, so a person decides.",
            Team = teams.Count == 1 ? teams[0] : input.Memory.Team,
            Suggestions = Suggest(best, field, input),
        };
    }

    private Resolution? OnlySuggested(RankedRules field, DecisionInput input)
    {
        var suggestions = Suggest([], field, input);
        return suggestions.Count == 0
            ? null
            : _plain.Base(input) with
            {
                Reason = ResolutionReason.OnlySuggested,
                Summary =
                    $"Only rules on trial match ({string.Join(", ", suggestions.Select(suggestion => suggestion.Rule.Id))}), so a person "
                    + "decides.",
                Team = input.Memory.Team,
                Suggestions = suggestions,
            };
    }

    // Its words may mean something else there, so it does nothing but say so.
    private Resolution? OnlyInOtherLanguage(DecisionInput input)
    {
        var known = RankedRules.Of(input, program.Matcher.FindInOtherLanguages(input.Text, input.Facts)).Best;
        return known.Count == 0 || known[0].Rule.Then.Outcome == RuleOutcome.Ignore ? null : _plain.OnlyInOtherLanguage(known[0], input);
    }

    // What equally good rules would do, then what those on trial would.
    private List<Suggestion> Suggest(IReadOnlyList<RankedMatch> best, RankedRules field, DecisionInput input)
    {
        List<Suggestion> suggestions = [];
        foreach (var candidate in best)
            suggestions.Add(Suggest(candidate, input));
        foreach (var candidate in field.All)
        {
            if (candidate is { Standing: Eligibility.Suggests, Rule.Also: false })
                suggestions.Add(Suggest(candidate, input));
        }

        return suggestions;
    }

    private Suggestion Suggest(RankedMatch candidate, DecisionInput input)
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

    private AppliedRule Apply(RankedMatch candidate, DecisionInput input) =>
        new AppliedRuleBuilder(MatchOf(candidate, input), plans, profile, input).Apply();

    // What a turn alone says of steps and questions is not all that is known of them.
    private static RuleMatch MatchOf(RankedMatch candidate, DecisionInput input) =>
        input.Newest?.Matches.Matches.Contains(candidate.Match) == true ? candidate.Match.Within(input.Text, input.Facts) : candidate.Match;

    private bool AreSame(IReadOnlyList<RankedMatch> best, DecisionInput input)
    {
        for (var at = 1; at < best.Count; at++)
        {
            if (!AreSame(best[0], best[at], input))
                return false;
        }

        return true;
    }

    // Questions of two sets may share a name, and steps an id; what they come to for this issue then differs.
    private bool AreSame(RankedMatch left, RankedMatch right, DecisionInput input) =>
        plans[left.Rule].Fingerprint == plans[right.Rule].Fingerprint
        && left.Match.Rule.Ask.Select(question => question.Definition)
            .SequenceEqual(right.Match.Rule.Ask.Select(question => question.Definition))
        && TriedSteps(left, input).SequenceEqual(TriedSteps(right, input), StringComparer.Ordinal);

    private IEnumerable<string> TriedSteps(RankedMatch candidate, DecisionInput input) =>
        new RuleSteps(MatchOf(candidate, input), profile, input).Tried().Select(step => step.Id.Value);
}
