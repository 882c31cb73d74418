using AutoResolve.Decisions;
using AutoResolve.Matching;

namespace AutoResolve.Insights.Measuring;

/// <summary>What a rulebook would have done with a past issue: by the ordinary matcher and decider, with no facts looked up.</summary>
internal static class Trial
{
    private const string Locale = "en";
    private const int LongestText = 100_000;

    private static readonly DateOnly Today = DateOnly.MinValue;

    public static Resolution Resolve(Rulebook rulebook, Issue issue)
    {
        var text = IssueText.Prepare(issue, Locale, LongestText);
        return rulebook.Decider.Decide(new DecisionInput
        {
            Text = text,
            Matches = rulebook.Program.Matcher.Match(text, FactValues.None),
            Facts = FactValues.None,
            Today = Today,
        }).Resolution;
    }

    public static Explanation Explain(Rulebook rulebook, Issue issue) => rulebook.Explain(issue, today: Today);

    /// <returns>The rule that decides; null where a person would get it.</returns>
    public static RuleReference? Decide(Rulebook rulebook, string text) =>
        Resolve(rulebook, new Issue { Id = "1", Text = text }) is { Rule: { } rule, Outcome: not Outcome.Escalated } ? rule : null;
}
