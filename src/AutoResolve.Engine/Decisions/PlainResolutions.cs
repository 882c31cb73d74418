using AutoResolve.Compiling;
using AutoResolve.Matching;

namespace AutoResolve.Decisions;

/// <summary>What becomes of an issue without anything that a rule would answer, ask or do.</summary>
/// <param name="program">The rules.</param>
/// <param name="revision">The rulebook's revision.</param>
/// <param name="unread">Says which fields of an issue rules compare with numbers and dates, and which hold none.</param>
internal sealed class PlainResolutions(RuleProgram program, string revision, Func<MatchInput, IReadOnlyList<string>> unread)
{
    public Resolution Guarded(RuleReference guard, string because, DecisionInput input)
    {
        var then = program.Find(guard.Id)!.Rule.Then;
        var team = then.Team ?? guard.Owner;
        return Base(input) with
        {
            Reason = ResolutionReason.Guarded,
            Summary = $"{because} It is a guard: all automation stops, and team {team} gets it at once.",
            Rule = guard,
            Team = team,
            Tier = then.Tier,
        };
    }

    public Resolution LeftOut(DecisionInput input) =>
        Base(input) with
        {
            Reason = ResolutionReason.TooMuchWork,
            Summary =
                "Finding out which rules match would take more work than an issue may cost, so nothing is decided by rules, and a person "
                + "gets it.",
            Team = input.Memory.Team,
        };

    public Resolution GoesOn(DecisionInput input) =>
        Base(input) with
        {
            Outcome = input.Memory.Outcome ?? Outcome.Escalated,
            Reason = ResolutionReason.GoesOn,
            Summary = "It says nothing that anything is to be done about; the case goes on as it was.",
            Team = input.Memory.Team,
        };

    public Resolution Closed(RuleReference? rule, ResolutionReason reason, DecisionInput input) =>
        Base(input) with
        {
            Outcome = Outcome.Closed,
            Reason = reason,
            Summary =
                reason == ResolutionReason.Solved
                    ? "The person says that it is solved."
                    : "The person says that nothing is to be done any more.",
            Rule = rule,
            Team = input.Memory.Team,
        };

    public Resolution PersonWanted(RuleReference? rule, DecisionInput input)
    {
        var team = input.Memory.Team ?? (rule is null ? null : program.Find(rule.Id)?.Rule.Then.Team ?? rule.Owner);
        return Base(input) with
        {
            Outcome = team is null ? Outcome.Escalated : Outcome.Routed,
            Reason = ResolutionReason.PersonWanted,
            Summary = team is null
                ? "The person wants to speak to somebody, so a person gets it."
                : $"The person wants to speak to somebody. It goes to team {team}.",
            Rule = rule,
            Team = team,
        };
    }

    public Resolution OnlyInOtherLanguage(RankedMatch known, DecisionInput input)
    {
        var team = known.Rule.Then.Team ?? known.Reference.Owner;
        return Base(input) with
        {
            Reason = ResolutionReason.LanguageMissing,
            Summary =
                $"Rule {known.Reference.Id} knows this, but its set is in {known.Rule.Scope.Language}, and the issue in "
                + $"{input.Text.Language}, so it escalates to team {team}.",
            Rule = known.Reference,
            Team = team,
            Tier = known.Rule.Then.Tier,
        };
    }

    /// <summary>What all resolutions of an issue have in common.</summary>
    public Resolution Base(DecisionInput input) =>
        new()
        {
            IssueId = input.Text.Issue.Id,
            Language = input.Language,
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.Unexpected,
            Summary = "",
            Facts = input.Lookups,
            Remarks = DecisionWording.Remarks(input, unread(input.Text)),
            RulebookRevision = revision,
        };
}
