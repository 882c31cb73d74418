using AutoResolve.Decisions.Templates;
using AutoResolve.Rules.Model;

namespace AutoResolve.Decisions;

/// <summary>The compiled doings of all rules, and the compiled texts of all questions.</summary>
internal sealed class RulePlans(IReadOnlyDictionary<Rule, RulePlan> rules, IReadOnlyDictionary<QuestionDefinition, LocalizedTemplate> questions)
{
    public RulePlan this[Rule rule] => rules[rule];

    public LocalizedTemplate this[QuestionDefinition question] => questions[question];
}
