using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>Judges what a matching rule may do: its status, dates and rollout.</summary>
internal static class EligibilityRules
{
    public static Eligibility Judge(Rule rule, DecisionInput input)
    {
        if (ReferenceEquals(rule, input.Trial))
            return Eligibility.Acts;
        var isDemoted = input.Demoted.Count > 0 && input.Demoted.Contains(new RuleVersion(rule.Id.Value, rule.Version));
        return Judge(rule, input.Text.Issue, input.Today, isDemoted);
    }

    /// <param name="rule">The rule; neither draft nor retired.</param>
    /// <param name="issue">The issue.</param>
    /// <param name="today">The day in UTC; null where dates and rollouts do not count, as in the tests of rules.</param>
    /// <param name="isDemoted">Whether it only suggests, since it turned out to be wrong too often.</param>
    public static Eligibility Judge(Rule rule, Issue issue, DateOnly? today, bool isDemoted = false)
    {
        if (rule.Status == RuleStatus.Shadow)
            return Eligibility.Shadow;
        if (today is { } day)
        {
            if (rule.From?.Value > day)
                return Eligibility.NotYet;
            if (rule.Until?.Value < day)
                return Eligibility.Expired;
            if (rule.Rollout is { } rollout && !InRollout(rule, rollout, issue))
                return Eligibility.NotRolledOut;
        }

        return rule.Status == RuleStatus.Active && !isDemoted ? Eligibility.Acts : Eligibility.Suggests;
    }

    private static bool InRollout(Rule rule, Rollout rollout, Issue issue)
    {
        if (rollout.Percent >= 100)
            return true;
        var key = rollout.By == RolloutBy.Issue ? issue.Id : issue.Requester;
        return !string.IsNullOrEmpty(key) && RolloutBucket.Includes(rule.Id.Value, key, rollout.Percent);
    }
}
