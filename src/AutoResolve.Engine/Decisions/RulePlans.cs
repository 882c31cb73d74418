using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>The compiled doings of all rules, and what all questions say.</summary>
internal sealed class RulePlans(IReadOnlyDictionary<Rule, RulePlan> rules, IReadOnlyDictionary<QuestionDefinition, QuestionPlan> questions)
{
    /// <summary>The handlers that rules which may act name and the host does not have, by name.</summary>
    public IReadOnlyList<string> MissingHandlers { get; } =
    [
        .. rules
            .Where(rule => rule.Key.Status is not (RuleStatus.Draft or RuleStatus.Retired))
            .SelectMany(rule => rule.Value.MissingHandlers)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    public RulePlan this[Rule rule] => rules[rule];

    public QuestionPlan this[QuestionDefinition question] => questions[question];
}
