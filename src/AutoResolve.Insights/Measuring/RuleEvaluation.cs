namespace AutoResolve.Insights.Measuring;

/// <summary>What a rulebook would have done with a past issue: by the ordinary matcher and decider, with no facts looked up.</summary>
internal static class RuleEvaluation
{
    private static readonly DateOnly Today = DateOnly.MinValue;
    private static readonly EvaluationContext Context = new() { Today = Today };

    public static Resolution Resolve(Rulebook rulebook, Issue issue) => rulebook.Evaluate(issue, Context).Decide().Resolution;

    public static Explanation Explain(Rulebook rulebook, Issue issue) => rulebook.Explain(issue, today: Today);

    /// <returns>The rule that decides; null where a person would get it.</returns>
    public static RuleReference? Decide(Rulebook rulebook, string text) => Decide(rulebook, new Issue { Id = "1", Text = text });

    /// <returns>The rule that decides; null where a person would get it.</returns>
    public static RuleReference? Decide(Rulebook rulebook, Issue issue) =>
        Resolve(rulebook, issue) is { Rule: { } rule, Outcome: not Outcome.Escalated } ? rule : null;
}
