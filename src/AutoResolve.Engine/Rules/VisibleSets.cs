namespace AutoResolve.Rules;

/// <summary>The sets whose names may be used in a set: its own and the shared ones.</summary>
internal sealed class VisibleSets(IEnumerable<RuleSet> sets)
{
    // Those without names would make the work for each set grow with all of them.
    private readonly IReadOnlyList<RuleSet> _shared = [.. sets.Where(set => set.Shared && HasNames(set))];

    /// <returns>The set first.</returns>
    public IReadOnlyList<RuleSet> From(RuleSet set) => [set, .. _shared.Where(other => !ReferenceEquals(other, set))];

    private static bool HasNames(RuleSet set) =>
        set.Lists.Count
            + set.Conditions.Count
            + set.Classifiers.Count
            + set.Questions.Count
            + set.Steps.Count
            + set.Handlers.Count
            + set.Facts.Count
            + set.Contacts.Count
        > 0;
}
