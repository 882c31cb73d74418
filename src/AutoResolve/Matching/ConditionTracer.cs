namespace AutoResolve.Matching;

/// <summary>Explains the verdict of a rule, with the same primitives that matching uses.</summary>
internal static class ConditionTracer
{
    public static ConditionTrace Trace(CompiledRule rule, IssueText text, FactValues facts) => throw new NotImplementedException();

    /// <summary>The one condition without which the rule would hold, where exactly one failed and another held; else null.</summary>
    /// <remarks>Counted on the top level of the rule: each condition of <c>all</c>, <c>any</c> as one, each condition of <c>none</c>.</remarks>
    public static ConditionTrace? FindOnlyFailure(CompiledRule rule, IssueText text, FactValues facts) => throw new NotImplementedException();

    /// <summary>Every leaf phrase list, comparison and group of the rule by pointer, for condition coverage.</summary>
    public static IReadOnlyList<ConditionTrace> Flatten(ConditionTrace trace) => throw new NotImplementedException();
}
