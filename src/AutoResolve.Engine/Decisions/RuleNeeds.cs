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

    /// <summary>Those that are not known of rules that match, or hold but for a fact, sorted. None where a guard has already
    /// decided.</summary>
    public IReadOnlyList<string> Missing(DecisionInput input)
    {
        SortedSet<string>? needed = null;
        return
            AddNeeded(input.Matches, input, ref needed)
            && (input.Newest is not { } newest || AddNeeded(newest.Matches, input, ref needed))
            && needed is not null
            ? [.. needed]
            : [];
    }

    /// <returns>False where a guard has already decided.</returns>
    private bool AddNeeded(MatchResult matches, DecisionInput input, ref SortedSet<string>? needed)
    {
        foreach (var match in matches.Matches)
        {
            if (match.Truth == Truth.True && match.Rule.Rule.Guard && EligibilityRules.Judge(match.Rule.Rule, input) == Eligibility.Acts)
                return false;
            if (match.Truth == Truth.Unknown)
                Add(match.Rule.Facts, input.Facts, ref needed);
            Add(this[match.Rule], input.Facts, ref needed);
        }

        return true;
    }

    private static void Add(IReadOnlyList<string> facts, FactValues known, ref SortedSet<string>? needed)
    {
        for (var at = 0; at < facts.Count; at++)
        {
            if (known[facts[at]] is null)
                (needed ??= new SortedSet<string>(StringComparer.Ordinal)).Add(facts[at]);
        }
    }

    private static string[] FactsOf(CompiledRule rule, RulePlans plans)
    {
        var printed = plans[rule.Rule].Facts;
        if (rule.TriedWhen.Count + rule.Ask.Count + printed.Count == 0)
            return [];
        var conditions = rule.TriedWhen.Concat(rule.Ask.Select(question => question.AnsweredWhen)).OfType<CompiledCondition>();
        return
        [
            .. conditions
                .SelectMany(condition => condition.Facts)
                .Concat(rule.Ask.SelectMany(question => plans[question.Definition].Facts))
                .Concat(printed)
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
