using AutoResolve.Compiling;
using AutoResolve.Matching;

namespace AutoResolve.Decisions;

/// <summary>
/// The facts that rules need besides their conditions: for what they ask about steps and answers, print or hand to actions.
/// </summary>
internal sealed class RuleNeeds
{
    private readonly string[][] _facts;

    public RuleNeeds(RuleProgram program, RulePlans plans) => _facts = [.. program.Rules.Select(rule => FactsOf(rule, plans))];

    public IReadOnlyList<string> this[CompiledRule rule] => _facts[rule.Ordinal];

    private static string[] FactsOf(CompiledRule rule, RulePlans plans)
    {
        var conditions = rule.TriedWhen.Concat(rule.Ask.Select(question => question.AnsweredWhen)).OfType<CompiledCondition>();
        string[] facts =
        [
            .. conditions
                .SelectMany(condition => condition.Facts)
                .Concat(rule.Ask.SelectMany(question => plans[question.Definition].Facts))
                .Concat(plans[rule.Rule].Facts)
                .Distinct(StringComparer.Ordinal),
        ];
        return facts.Length == 0 ? [] : facts;
    }
}
