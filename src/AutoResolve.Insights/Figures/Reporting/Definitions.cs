using System.Globalization;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>What the figures mean. Shown in every report.</summary>
internal static class Definitions
{
    public static ReportSection Section(int days) => new(
        "definitions",
        "What the figures mean",
        "",
        ["Word", "Meaning"],
        [
            ["Issue", "What a person asked for once, however often it was decided. It counts in the month in which it first came, by the clock of the reporting zone."],
            ["Tier reached", "The highest tier that a rule named for it: 0 another desk, 1 agents, 2 troubleshooters, 3 product teams."],
            ["Type, team", "The issue type and the team of the rule that decided last; unknown where none matched."],
            ["Answered by rule", "A rule answered or fixed it, and no person had to."],
            ["Confirmed", "Answered by rule, and the customer or an agent said that it helped."],
            ["Assumed", string.Create(CultureInfo.InvariantCulture, $"Answered by rule, and nothing more was heard for {days} days.")],
            ["Reopened", string.Create(CultureInfo.InvariantCulture, $"Answered by rule, but somebody said it did not help, or the same requester came with the same type within {days} days. Not counted as resolved.")],
            ["Pending", string.Create(CultureInfo.InvariantCulture, $"Answered by rule, and {days} days are not over.")],
            ["Resolved by rule", "Confirmed and assumed together."],
            ["Escalated", "Handed to a person."],
            ["First contact", "Answered by rule with the first decision, and not reopened."],
            ["Time to resolution", "From the first decision to the last entry of an answered issue; the mean."],
            ["Interval", "The range in which a share lies with 95 % certainty (Wilson). With few issues it is wide."],
            ["Mix-adjusted", "What the share would be if issues came in the baseline's mix of types (direct standardisation)."],
            ["By chance", "How likely so large a difference would be if nothing had changed (two-proportion or Poisson test). Below 0.05 it is worth a look."],
        ],
        [],
        "");
}
