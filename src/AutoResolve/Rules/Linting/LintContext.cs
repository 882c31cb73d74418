using AutoResolve.Rules.Model;

namespace AutoResolve.Rules.Linting;

/// <summary>What a lint looks at.</summary>
/// <param name="Sets">All sets of the rulebook.</param>
/// <param name="Today">The day by which dates are judged, in UTC.</param>
/// <param name="DefaultLocale">The language that every text must have.</param>
internal sealed record LintContext(IReadOnlyList<RuleSet> Sets, DateOnly Today, string DefaultLocale)
{
    /// <summary>The rules that are still in use.</summary>
    public IEnumerable<Rule> LiveRules =>
        Sets.SelectMany(set => set.Rules).Where(rule => rule.Status != RuleStatus.Retired);

    /// <summary>What customers read of rules in use: answers, steps and questions.</summary>
    public IEnumerable<LocalizedText> CustomerTexts =>
        LiveRules.SelectMany(TextsOf).Concat(Sets.SelectMany(set => set.Questions).Select(question => question.Say));

    /// <summary>The answer and the steps of a rule.</summary>
    public static IEnumerable<LocalizedText> TextsOf(Rule rule) =>
        rule.Then.Steps.Select(step => step.Say).Append(rule.Then.Answer).OfType<LocalizedText>();
}
