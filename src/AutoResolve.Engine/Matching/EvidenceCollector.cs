using System.Runtime.InteropServices;

namespace AutoResolve.Matching;

/// <summary>Gathers evidence in a fixed order.</summary>
internal static class EvidenceCollector
{
    private static readonly Comparison<Evidence> InOrder = Compare;

    /// <summary>
    /// The evidence of everything that speaks for the condition: not of what <c>none</c> excludes, nor of parts of a branch that failed.
    /// </summary>
    public static IReadOnlyList<Evidence> Collect(ConditionTrace trace) => Arrange([.. Supporting(trace)]);

    /// <summary>Sorts what was found, and leaves out duplicates.</summary>
    public static Evidence[] Arrange(List<Evidence> found)
    {
        var evidence = CollectionsMarshal.AsSpan(found);
        if (evidence.Length < 2)
            return evidence.ToArray();
        evidence.Sort(InOrder);
        var kept = 1;
        for (var at = 1; at < evidence.Length; at++)
        {
            if (evidence[at] != evidence[kept - 1])
                evidence[kept++] = evidence[at];
        }

        return evidence[..kept].ToArray();
    }

    // Of "any" a branch that may hold says nothing where another does.
    private static IEnumerable<Evidence> Supporting(ConditionTrace trace) =>
        trace.Truth == Truth.False || trace.Negates
            ? []
            : trace.Evidence.Concat(trace.Children.Where(child => child.Truth >= trace.Truth).SelectMany(Supporting));

    // By all that evidence has, so that equal ones stand side by side.
    private static int Compare(Evidence left, Evidence right)
    {
        var order = Rank(left.Source).CompareTo(Rank(right.Source));
        if (order == 0)
            order = string.CompareOrdinal(left.Source, right.Source);
        if (order == 0)
            order = string.CompareOrdinal(left.Turn, right.Turn);
        if (order == 0)
            order = left.Start.CompareTo(right.Start);
        if (order == 0)
            order = left.Length.CompareTo(right.Length);
        if (order == 0)
            order = string.CompareOrdinal(left.Pointer, right.Pointer);
        return order == 0 ? string.CompareOrdinal(left.Condition, right.Condition) : order;
    }

    private static int Rank(string source) =>
        source switch
        {
            "title" => 0,
            "text" => 1,
            _ when source.StartsWith("field:", StringComparison.Ordinal) => 2,
            _ when source.StartsWith("fact:", StringComparison.Ordinal) => 3,
            _ => 4,
        };
}
