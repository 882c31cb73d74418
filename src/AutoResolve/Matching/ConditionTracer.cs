namespace AutoResolve.Matching;

/// <summary>Explains the verdict of a rule, with the same conditions that matching runs.</summary>
internal static class ConditionTracer
{
    public static ConditionTrace Trace(CompiledRule rule, IssueText text, FactValues facts) => rule.When.Trace(text, facts);

    /// <summary>The one condition without which the rule would hold, where exactly one failed and another held; else null.</summary>
    /// <remarks>Counted on the top level of the rule: each condition of <c>all</c>, <c>any</c> as one, each condition of <c>none</c>.</remarks>
    public static ConditionTrace? FindOnlyFailure(CompiledRule rule, IssueText text, FactValues facts)
    {
        var trace = Trace(rule, text, facts);
        if (trace.Truth != Truth.False)
            return null;
        var required = Required(trace, root: true).ToList();
        var failed = required.Where(Fails).ToList();
        return failed.Count == 1 && required.Exists(part => !part.Unwanted && part.Trace.Truth == Truth.True) ? failed[0].Trace : null;
    }

    /// <summary>The trace and everything inside it, outer conditions first.</summary>
    public static IReadOnlyList<ConditionTrace> Flatten(ConditionTrace trace) => [trace, .. trace.Children.SelectMany(Flatten)];

    // The parts of an "all", with an "all" inside the root opened up once more: the root holds all, any and none side by side.
    private static IEnumerable<(ConditionTrace Trace, bool Unwanted)> Required(ConditionTrace trace, bool root)
    {
        if (trace.Negates)
            return trace.Children.Select(child => (child, true));
        if (trace.RequiresAll)
            return trace.Children.SelectMany(child => root || child.Negates ? Required(child, root: false) : [(child, false)]);
        return [(trace, false)];
    }

    private static bool Fails((ConditionTrace Trace, bool Unwanted) part) => part.Unwanted ? part.Trace.Truth != Truth.False : part.Trace.Truth == Truth.False;
}
