namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>What an issue comes to.</summary>
internal enum PathKind
{
    NoMatch,
    OneMatch,
    Asked,
    Ambiguous,
    WithFacts,

    /// <summary>Texts as they come, of another workload or real ones, whatever they come to.</summary>
    Mixed,

    /// <summary>No match, but most rules fail by a single condition.</summary>
    NearMisses,
}
