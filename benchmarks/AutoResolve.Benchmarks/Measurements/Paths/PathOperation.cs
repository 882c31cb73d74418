namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>What a host asks of the engine.</summary>
internal enum PathOperation
{
    /// <summary><see cref="Rulebook.FindMatches"/>.</summary>
    Match,

    /// <summary><see cref="IIssueResolver.ResolveAsync"/>.</summary>
    Decide,

    /// <summary>The same, and its handover is read.</summary>
    DecideWithHandover,

    /// <summary>Why, and why not.</summary>
    Explain,

    /// <summary><see cref="IIssueProcessor.ProcessAsync"/> with a channel and a ticket system, on the journal in memory.</summary>
    Process,
}
