namespace AutoResolve.Matching;

/// <summary>Gathers the evidence of a trace in a fixed order.</summary>
internal static class EvidenceCollector
{
    /// <summary>The evidence of everything that speaks for the condition: not of what <c>none</c> excludes, nor of parts of a branch that failed.</summary>
    public static IReadOnlyList<Evidence> Collect(ConditionTrace trace) =>
    [
        .. Supporting(trace)
            .Distinct()
            .OrderBy(evidence => Rank(evidence.Source))
            .ThenBy(evidence => evidence.Source, StringComparer.Ordinal)
            .ThenBy(evidence => evidence.Start)
            .ThenBy(evidence => evidence.Length)
            .ThenBy(evidence => evidence.Pointer, StringComparer.Ordinal),
    ];

    // Of "any" a branch that may hold says nothing where another does.
    private static IEnumerable<Evidence> Supporting(ConditionTrace trace) => trace.Truth == Truth.False || trace.Negates
        ? []
        : trace.Evidence.Concat(trace.Children.Where(child => child.Truth >= trace.Truth).SelectMany(Supporting));

    private static int Rank(string source) => source switch
    {
        "title" => 0,
        "text" => 1,
        _ when source.StartsWith("field:", StringComparison.Ordinal) => 2,
        _ when source.StartsWith("fact:", StringComparison.Ordinal) => 3,
        _ => 4,
    };
}
