namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>What a host asks of the engine.</summary>
internal enum PathOperation
{
    /// <summary><see cref="Rulebook.FindMatches"/>.</summary>
    Match,

    /// <summary><see cref="IIssueResolver.ResolveAsync"/> where nobody has to take over; what is decided before processing.</summary>
    Decide,

    /// <summary>The same, and what a person needs who takes over: <see cref="IIssueResolver.ResolveAsync"/> where one has to.</summary>
    DecideWithHandover,

    /// <summary><see cref="IExplainer.ExplainAsync"/>.</summary>
    Explain,

    /// <summary><see cref="IIssueProcessor.ProcessAsync"/> with a channel and a ticket system, on the journal in memory.</summary>
    Process,
}
