using AutoResolve.Operators.Combinations;
using AutoResolve.Operators.Uses;

namespace AutoResolve.Rules.Linting;

/// <summary>"Not this" alone is true of nearly every issue.</summary>
internal sealed class MatchesAlmostEverythingLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var visible = new VisibleSets(context.Sets);
        foreach (var set in context.Sets)
        {
            var named = new Dictionary<string, Condition>(StringComparer.Ordinal);
            foreach (var condition in visible.From(set).SelectMany(other => other.Conditions))
                named.TryAdd(condition.Name.Value, condition.Condition);
            foreach (var rule in set.Rules.Where(rule => rule.Status != RuleStatus.Retired))
            {
                if (RequiresSomething(rule.When, named, depth: 0))
                    continue;
                yield return rule.When.Location.Report(
                    LintCodes.MatchesAlmostEverything,
                    DiagnosticSeverity.Warning,
                    $"Rule '{rule.Id.Value}' can match an issue without finding anything in it, so it matches "
                        + $"almost every issue. Say what must be there, with \"all\" or \"any\"; keep \"none\" for exceptions."
                );
            }
        }
    }

    private static bool RequiresSomething(Condition condition, Dictionary<string, Condition> named, int depth) =>
        condition switch
        {
            GroupCondition group => group.All?.Any(child => RequiresSomething(child, named, depth)) == true
                || group.Any?.All(child => RequiresSomething(child, named, depth)) == true,
            // An unknown name or a circle is an error of its own, found when the rule is compiled.
            UseCondition use => depth > named.Count
                || !named.TryGetValue(use.Name.Value, out var used)
                || RequiresSomething(used, named, depth + 1),
            _ => !condition.HoldsOfNothing,
        };
}
