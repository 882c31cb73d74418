namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>Knows facts at once: that of <see cref="PathRules"/>, and for those of the shipped rulebook a value that none wants.</summary>
internal sealed class PathFacts(IReadOnlyCollection<string> names) : IFactProvider
{
    private long _lookups;

    public IReadOnlyCollection<string> Names => names;

    /// <summary>How often it was asked.</summary>
    public long Lookups => Interlocked.Read(ref _lookups);

    public ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _lookups);
        return new(name == PathRules.Fact ? PathRules.Open : "none");
    }
}
