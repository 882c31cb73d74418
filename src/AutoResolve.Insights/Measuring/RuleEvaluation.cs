using AutoResolve.Matching;

namespace AutoResolve.Insights.Measuring;

/// <summary>What a rulebook would have done with a past issue: by the ordinary matcher and decider, with no facts looked up.</summary>
internal static class RuleEvaluation
{
    private const string Locale = "en";
    private const int MaxTextLength = 100_000;

    private static readonly DateOnly Today = DateOnly.MinValue;

    public static Resolution Resolve(Rulebook rulebook, Issue issue) =>
        rulebook.Decider.Decide(rulebook.Reader.Read(issue, Today, FactValues.None, Locale, MaxTextLength)).Resolution;

    public static Explanation Explain(Rulebook rulebook, Issue issue) => rulebook.Explain(issue, today: Today);

    /// <returns>The rule that decides; null where a person would get it.</returns>
    public static RuleReference? Decide(Rulebook rulebook, string text) => Decide(rulebook, new Issue { Id = "1", Text = text });

    /// <returns>The rule that decides; null where a person would get it.</returns>
    public static RuleReference? Decide(Rulebook rulebook, Issue issue) =>
        Resolve(rulebook, issue) is { Rule: { } rule, Outcome: not Outcome.Escalated } ? rule : null;
}
