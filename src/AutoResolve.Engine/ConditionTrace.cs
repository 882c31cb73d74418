namespace AutoResolve;

/// <summary>Why a condition holds or does not: the tree of conditions, none short-circuited.</summary>
/// <param name="Pointer">The condition as a JSON pointer into the rule: <c>/when/all/0 </c>; inside a named condition into its set:
/// <c>/conditions/name </c>. </param>
/// <param name="Description">The condition in words: <c>any of "signed out", "logged out"</c>, <c>all of</c>, <c>none of</c>.</param>
/// <param name="Truth">Whether it holds. For a child of <c>none</c> it is the child's own truth.</param>
/// <param name="Evidence">What made it hold; for leaves only.</param>
/// <param name="Children">The conditions inside; empty for a leaf.</param>
public sealed record ConditionTrace(
    string Pointer,
    string Description,
    Truth Truth,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<ConditionTrace> Children
)
{
    /// <summary>The words and values that had to be there for it to hold; 0 where it does not.</summary>
    public int Specificity { get; init; }

    /// <summary>How far it came, of a condition that comes to a number: <c>62 % sure</c>; null of any other.</summary>
    public string? Reached { get; init; }

    /// <summary>Words that it looks for and that do not count, since their sentence denies them; for leaves only.</summary>
    public IReadOnlyList<DeniedEvidence> Denied { get; init; } = [];

    /// <summary>Whether every child is needed, as in <c>all</c>.</summary>
    public bool RequiresAll { get; init; }

    /// <summary>Whether the children are wanted not to hold, as in <c>none</c>.</summary>
    public bool Negates { get; init; }
}
