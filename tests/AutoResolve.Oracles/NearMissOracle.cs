using AutoResolve.Matching;

namespace AutoResolve.Oracles;

/// <summary>Looks at every rule. The definition of what a near miss is, and of what is left out: the index is tested against it.</summary>
internal static class NearMissOracle
{
    /// <summary>Active rules in scope that a condition on the text speaks for and that fail by one condition, by id.</summary>
    public static IReadOnlyList<OracleMiss> Misses(RuleProgram program, IssueText text, FactValues facts) =>
    [
        .. program.Rules
            .Where(rule => rule.Rule.Status == RuleStatus.Active && rule.InScope(text))
            .Select(rule => Miss(rule, text, facts))
            .OfType<OracleMiss>()
            .Where(miss => miss.Evidence.Any(evidence => evidence.Source is "text" or "title")),
    ];

    /// <summary>Drafts, and rules out of their scope, whose conditions hold, by id.</summary>
    public static IReadOnlyList<string> LeftOut(RuleProgram program, IssueText text, FactValues facts) =>
    [
        .. program.Rules
            .Where(rule => rule.Rule.Status == RuleStatus.Draft || !rule.InScope(text))
            .Where(rule => rule.When.Evaluate(text, facts) == Truth.True)
            .Select(rule => rule.Reference.Id),
    ];

    /// <summary>The one condition without which the rule would hold, where exactly one failed and another held; else null.</summary>
    /// <remarks>Counted on the top level of the rule: each condition of <c>all</c>, <c>any</c> as one, each condition of <c>none</c>.</remarks>
    public static OracleMiss? Miss(CompiledRule rule, IssueText text, FactValues facts)
    {
        var trace = ConditionTracer.Trace(rule, text, facts);
        var required = Required(trace, root: true).ToList();
        var failed = required.Where(Fails).ToList();
        var held = required.Where(part => !part.Unwanted && part.Trace.Truth == Truth.True).Select(part => part.Trace).ToList();
        return trace.Truth == Truth.False && failed.Count == 1 && held.Count > 0
            ? new OracleMiss(
                rule.Reference.Id,
                failed[0].Trace.Pointer,
                held.Count,
                EvidenceCollector.Arrange([.. held.SelectMany(EvidenceCollector.Collect)]))
            : null;
    }

    // The parts of an "all", with an "all" inside the root opened up once more: the root holds all, any and none side by side.
    private static IEnumerable<(ConditionTrace Trace, bool Unwanted)> Required(ConditionTrace trace, bool root)
    {
        if (trace.Negates)
            return trace.Children.Select(child => (child, true));
        if (trace.RequiresAll)
            return trace.Children.SelectMany(child => root || child.Negates ? Required(child, root: false) : [(child, false)]);
        return [(trace, false)];
    }

    private static bool Fails((ConditionTrace Trace, bool Unwanted) part) =>
        part.Unwanted ? part.Trace.Truth != Truth.False : part.Trace.Truth == Truth.False;
}
