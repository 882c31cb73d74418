using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Compiling;

/// <summary>Remarks on rules that cannot be found by words, and so cost something with every issue.</summary>
internal static class AlwaysEvaluatedLint
{
    public static IEnumerable<Diagnostic> Lint(RuleProgram program) =>
        program.Matcher.AlwaysEvaluated.Select(rule =>
            rule.Rule.When.Location.Report(
                MatchingCodes.AlwaysEvaluated,
                DiagnosticSeverity.Info,
                $"Rule '{rule.Reference.Id}' requires no word and no field, so it is evaluated with every issue: "
                    + $"{CostOf(rule.When)}. Add a condition with words that must be there, where there are any."
            )
        );

    private static string CostOf(CompiledCondition condition)
    {
        var leaves = LeavesOf(condition).ToList();
        var searches = leaves.Count(leaf => leaf.Cost > 0);
        return $"{leaves.Count} {(leaves.Count == 1 ? "condition" : "conditions")}, {searches} of which "
            + $"{(searches == 1 ? "reads" : "read")} the text letter by letter";
    }

    private static IEnumerable<CompiledCondition> LeavesOf(CompiledCondition condition) =>
        condition is CombinedCondition combined ? combined.Children.SelectMany(LeavesOf) : [condition];
}
