using AutoResolve.Budgets;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Compiling;

/// <summary>Remarks on what may take more work than an issue may cost where its text is as long as is read: a condition by itself, and all
/// conditions together that are looked for in every issue.</summary>
internal static class MuchWorkLint
{
    private const long MaxStepsPerUnit = WorkBudget.UsualSteps / Rulebook.DefaultTextLength;

    private const string Advice =
        "Then a long issue goes to a person unread. Ask for less with numbers in { }, for fewer alternatives, or for phrases.";

    public static IEnumerable<Diagnostic> Lint(RuleProgram program) =>
        OfConditions(program.Rules).Concat(OfAlways(program.Matcher.AlwaysEvaluated));

    private static IEnumerable<Diagnostic> OfConditions(IReadOnlyList<CompiledRule> rules)
    {
        HashSet<LeafCondition> costly = new(ReferenceEqualityComparer.Instance);
        foreach (var rule in rules)
        {
            costly.Clear();
            AddCostly(rule.When, costly);
            foreach (var condition in rule.TriedWhen.Concat(rule.AnsweredWhen).OfType<CompiledCondition>())
                AddCostly(condition, costly);
            foreach (var leaf in costly)
                yield return rule.Rule.When.Location.Report(
                    MatchingCodes.MuchWork,
                    DiagnosticSeverity.Warning,
                    $"{leaf.Pointer} of rule '{rule.Reference.Id}' may take up to {leaf.MaxStepsPerUnit} steps a character; in a text of "
                        + $"{Rulebook.DefaultTextLength} characters {MaxStepsPerUnit} use up all that an issue may cost. {Advice}"
                );
        }
    }

    private static void AddCostly(CompiledCondition condition, HashSet<LeafCondition> costly)
    {
        if (condition is LeafCondition { MaxStepsPerUnit: > MaxStepsPerUnit } leaf)
            costly.Add(leaf);
        if (condition is not CombinedCondition combined)
            return;
        foreach (var child in combined.Children)
            AddCostly(child, costly);
    }

    // What is too much by itself is told by itself.
    private static IEnumerable<Diagnostic> OfAlways(IEnumerable<CompiledRule> rules)
    {
        var costs = rules
            .Select(rule =>
                (Rule: rule, Steps: LeavesOf(rule.When).Select(leaf => leaf.MaxStepsPerUnit).Where(steps => steps <= MaxStepsPerUnit).Sum())
            )
            .ToList();
        var sum = costs.Sum(cost => cost.Steps);
        if (sum <= MaxStepsPerUnit)
            yield break;
        var (costliest, most) = costs.MaxBy(cost => cost.Steps);
        yield return costliest.Rule.When.Location.Report(
            MatchingCodes.MuchWork,
            DiagnosticSeverity.Warning,
            $"{costs.Count} {(costs.Count == 1 ? "rule" : "rules")} that require no word and no field may take up to {sum} steps a "
                + "character "
                + $"with every issue, rule '{costliest.Reference.Id}' most of them, {most}; in a text of {Rulebook.DefaultTextLength} "
                + $"characters {MaxStepsPerUnit} use up all that an issue may cost. Add conditions with words that must be there "
                + "(AR2014 names the rules)."
        );
    }

    private static IEnumerable<LeafCondition> LeavesOf(CompiledCondition condition) =>
        condition is CombinedCondition combined ? combined.Children.SelectMany(LeavesOf) : [(LeafCondition)condition];
}
