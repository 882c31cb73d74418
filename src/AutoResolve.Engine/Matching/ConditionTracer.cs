namespace AutoResolve.Matching;

/// <summary>Explains the verdict of a rule, with the same conditions that matching runs.</summary>
internal static class ConditionTracer
{
    public static ConditionTrace Trace(CompiledRule rule, MatchInput text, FactValues facts) =>
        rule.When.Trace(text.For(rule, facts), facts);

    /// <summary>The trace and everything inside it, outer conditions first.</summary>
    public static IReadOnlyList<ConditionTrace> Flatten(ConditionTrace trace) => [trace, .. trace.Children.SelectMany(Flatten)];
}
