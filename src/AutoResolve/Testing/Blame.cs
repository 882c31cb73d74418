using AutoResolve.Matching;

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
        if (trace.Children.Count == 0)
        {
            if (IsAsWanted(trace.Truth, mustHold))
                return;
            found.Add(new BlamedCondition(trace.Pointer, trace.Description, trace.Truth, [.. trace.Evidence.Select(evidence => EvidenceText.Of(evidence, issue)).OfType<string>().Distinct()]));
            return;
        }

        foreach (var child in trace.Children)
        {
            // What a match owes to conditions of "none" is nothing that could be pointed to.
            if (IsUnderNone(child) && !mustHold)
                continue;
            var wanted = mustHold && !IsUnderNone(child);
            if (!IsAsWanted(child.Truth, wanted) && (!mustHold || !IsSatisfiedAlternative(child, trace)))
                Collect(child, wanted, issue, found);
        }
    }

    private static bool IsAsWanted(Truth truth, bool mustHold) => truth == (mustHold ? Truth.True : Truth.False);

    // Where one alternative of "any" holds, the others did no harm.
    private static bool IsSatisfiedAlternative(ConditionTrace child, ConditionTrace parent) =>
        Key(child) == "any" && parent.Children.Any(sibling => Key(sibling) == "any" && sibling.Truth == Truth.True);

    private static bool IsUnderNone(ConditionTrace child) => Key(child) == "none";

    private static string? Key(ConditionTrace trace) => trace.Pointer.Split('/') is [.., var key, var place] && int.TryParse(place, out _) ? key : null;
}
