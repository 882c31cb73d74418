namespace AutoResolve.Matching;

/// <summary>Why a condition holds or does not: the tree of conditions, none short-circuited.</summary>
/// <param name="Pointer">The condition as a JSON pointer into the rule: <c>/when/all/0 </c>; inside a named condition into its set:
/// <c>/conditions/name </c>. </param>
/// <param name="Description">The condition in words: <c>any of "signed out", "logged out"</c>, <c>all of</c>, <c>none of</c>.</param>
/// <param name="Truth">Whether it holds. For a child of <c>none</c> it is the child's own truth.</param>
/// <param name="Evidence">What made it hold; for leaves only.</param>
/// <param name="Children">The conditions inside; empty for a leaf.</param>
internal sealed record ConditionTrace(
    string Pointer,
    string Description,
    Truth Truth,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<ConditionTrace> Children
)
{
    /// <summary>The words and values that had to be there for it to hold; 0 where it does not.</summary>
    public int Specificity { get; init; }

    /// <summary>True for <c>all</c>: every child is needed.</summary>
    public bool RequiresAll { get; init; }

    /// <summary>True for <c>none</c>, whose children are wanted not to hold.</summary>
    public bool Negates { get; init; }
}

/// <summary>Explains the verdict of a rule, with the same conditions that matching runs.</summary>
internal static class ConditionTracer
{
    public static ConditionTrace Trace(CompiledRule rule, MatchInput text, FactValues facts) => rule.When.Trace(text.For(rule), facts);

    /// <summary>The trace and everything inside it, outer conditions first.</summary>
    public static IReadOnlyList<ConditionTrace> Flatten(ConditionTrace trace) => [trace, .. trace.Children.SelectMany(Flatten)];
}
