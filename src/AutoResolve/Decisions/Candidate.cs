using AutoResolve.Matching;
using AutoResolve.Rules.Model;

namespace AutoResolve.Decisions;

/// <summary>A matching rule and what it may do.</summary>
internal sealed record Candidate(RuleMatch Match, Standing Standing)
{
    private const int LeastPriority = -1000;

    public Rule Rule => Match.Rule.Rule;

    public RuleReference Reference => Match.Rule.Reference;

    /// <summary>Whether priority and specificity put it on a par with another.</summary>
    public bool IsOnParWith(Candidate other) => Rule.Priority == other.Rule.Priority && Match.Specificity == other.Match.Specificity;

    /// <summary>Whether another, which ranks no better, is too close for this one to win over it.</summary>
    public bool IsChallengedBy(Candidate other) => IsOnParWith(other) || other.Rule.Priority > Rule.Priority - Rule.Lead;

    /// <summary>Whether its lead reaches below the lowest priority there is, so that it can stand in the way of others but not win.</summary>
    public bool IsTooWeak => Rule.Priority - Rule.Lead < LeastPriority;

    public RuleEvidence ToEvidence() => new()
    {
        Rule = Reference,
        Evidence = Match.Evidence,
        Priority = Rule.Priority,
        Specificity = Match.Specificity,
    };

    /// <summary>Best first: priority, then specificity, then id.</summary>
    public static IOrderedEnumerable<Candidate> Rank(IEnumerable<Candidate> candidates) => candidates
        .OrderByDescending(candidate => candidate.Rule.Priority)
        .ThenByDescending(candidate => candidate.Match.Specificity)
        .ThenBy(candidate => candidate.Reference.Id, StringComparer.Ordinal);
}
