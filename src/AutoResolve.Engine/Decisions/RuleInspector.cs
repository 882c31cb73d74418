using System.Globalization;
using AutoResolve.Matching;

namespace AutoResolve.Decisions;

/// <summary>Says what one rule makes of an issue.</summary>
internal static class RuleInspector
{
    /// <param name="rule">The rule; not a retired one.</param>
    /// <param name="text">The issue.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="today">The day in UTC.</param>
    public static RuleInspection Inspect(CompiledRule rule, MatchInput text, FactValues facts, DateOnly today)
    {
        var trace = ConditionTracer.Trace(rule, text, facts);
        List<string> stops = [.. Stops(rule, text, today)];
        var condition = trace.Truth switch
        {
            Truth.True => "its condition holds",
            Truth.False => "its condition does not hold",
            _ => "its condition waits for a fact that is not known",
        };
        return new RuleInspection(rule.Reference, stops.Count == 0 ? condition : $"{condition}, and it cannot win here", stops, trace);
    }

    public static RuleInspection OfRetired(RuleReference rule) => new(rule, "is retired: its id is kept, and it never matches", [], null);

    private static IEnumerable<string> Stops(CompiledRule compiled, MatchInput text, DateOnly today)
    {
        var rule = compiled.Rule;
        if (!compiled.InScope(text))
            yield return $"out of scope: {ScopeText.Missed(rule.Scope, text)}";
        if (rule.Also)
            yield return "it only adds tags and a note to what wins";
        if (rule.Status is not RuleStatus.Active)
        {
            var meaning = rule.Status is RuleStatus.Suggest ? ": it only proposes to a person" : "";
            yield return $"its status is {rule.Status.ToString().ToLowerInvariant()}{meaning}";
        }

        var standing = EligibilityRules.Judge(rule, text.Issue, today);
        if (standing == Eligibility.NotYet)
            yield return string.Create(CultureInfo.InvariantCulture, $"its first day is {rule.From!.Value.Value:yyyy-MM-dd}");
        if (standing == Eligibility.Expired)
            yield return string.Create(CultureInfo.InvariantCulture, $"its last day was {rule.Until!.Value.Value:yyyy-MM-dd}");
        if (standing == Eligibility.NotRolledOut)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"it is rolled out to {rule.Rollout!.Percent} % by {rule.Rollout.By.ToString().ToLowerInvariant()}, "
                    + $"and this issue is not among them"
            );
    }
}
