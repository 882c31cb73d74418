namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>What an issue comes to.</summary>
internal enum PathKind
{
    NoMatch,
    OneMatch,
    Asked,
    Ambiguous,
    WithFacts,

    /// <summary>No match, but most rules fail by a single condition.</summary>
    NearMisses,
}
