using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>A matching rule and what it may do.</summary>
internal sealed class RankedMatch(RuleMatch match, Eligibility standing) : IComparable<RankedMatch>
{
    private const int MinPriority = -1000;

    public RuleMatch Match => match;

    public Eligibility Standing => standing;

    public Rule Rule => match.Rule.Rule;

    public RuleReference Reference => match.Rule.Reference;

    /// <summary>Whether it may decide or be suggested.</summary>
    public bool IsContender => !Rule.Also && standing is Eligibility.Acts or Eligibility.Suggests;

    /// <summary>Whether it may decide.</summary>
    public bool MayDecide => !Rule.Also && standing == Eligibility.Acts;

    /// <summary>
    /// Whether its lead reaches below the lowest priority there is, so that it can stand in the way of others but not win.
    /// </summary>
    public bool IsTooWeak => Rule.Priority - Rule.Lead < MinPriority;

    // How specific a match is takes longer to know than all else.
    /// <summary>Whether another, which ranks no better, is too close for this one to win over it.</summary>
    public bool IsChallengedBy(RankedMatch other) =>
        other.Rule.Priority > Rule.Priority - Rule.Lead
        || (
            Rule.Priority == other.Rule.Priority
            && match.Specificity == other.Match.Specificity
            && match.IsCorrected == other.Match.IsCorrected
        );

    public RuleEvidence ToEvidence() =>
        new()
        {
            Rule = Reference,
            Evidence = match.Evidence,
            Priority = Rule.Priority,
            Specificity = match.Specificity,
            Row = Rule.Row?.ToString(),
        };

    /// <summary>Best first: priority, then specificity, then what rests on no corrected word, then id.</summary>
    public int CompareTo(RankedMatch? other)
    {
        if (ReferenceEquals(this, other))
            return 0;
        if (other is null)
            return -1;
        var order = other.Rule.Priority.CompareTo(Rule.Priority);
        if (order == 0)
            order = other.Match.Specificity.CompareTo(match.Specificity);
        if (order == 0)
            order = match.IsCorrected.CompareTo(other.Match.IsCorrected);
        return order == 0 ? string.CompareOrdinal(Reference.Id, other.Reference.Id) : order;
    }
}
