using AutoResolve.Seen;

namespace AutoResolve.Testing;

/// <summary>Finds the conditions that are responsible for a verdict.</summary>
internal static class Blame
{
    /// <summary>Why the condition does not hold: the leaves that would have to change.</summary>
    public static IReadOnlyList<BlamedCondition> ForNoMatch(ConditionTrace trace, Issue issue) => Find(trace, mustHold: true, issue);

    /// <summary>Why the condition holds: the leaves that made it hold.</summary>
    public static IReadOnlyList<BlamedCondition> ForMatch(ConditionTrace trace, Issue issue) => Find(trace, mustHold: false, issue);

    private static List<BlamedCondition> Find(ConditionTrace trace, bool mustHold, Issue issue)
    {
        var found = new List<BlamedCondition>();
        Collect(trace, mustHold, issue, found);
        return found;
    }

    private static void Collect(ConditionTrace trace, bool mustHold, Issue issue, List<BlamedCondition> found)
    {
        if (trace.Truth == (mustHold ? Truth.True : Truth.False))
            return;
        if (trace.Children.Count == 0)
        {
            found.Add(
                new BlamedCondition(
                    trace.Pointer,
                    trace.Reached is null ? trace.Description : $"{trace.Description}: {trace.Reached}",
                    trace.Truth,
                    [.. trace.Evidence.Select(evidence => SeenEvidence.WordsOf(evidence, issue)).OfType<string>().Distinct()]
                )
            );
            return;
        }

        // What a match owes to the conditions of "none" is nothing that could be pointed to.
        if (trace.Negates && !mustHold)
            return;
        foreach (var child in trace.Children)
            Collect(child, mustHold != trace.Negates, issue, found);
    }
}
