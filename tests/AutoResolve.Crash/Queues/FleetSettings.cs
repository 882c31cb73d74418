namespace AutoResolve.Crash.Queues;

/// <summary>What a run of workers on a queue is.</summary>
internal sealed record FleetSettings
{
    public int Workers { get; init; } = 4;

    /// <summary>So many to a round.</summary>
    public int Issues { get; init; } = 2500;

    /// <summary>So many to a round.</summary>
    public int Faults { get; init; } = 20;

    public int Rounds { get; init; } = 1;

    /// <summary>Of the first round; each further one has the next. So a run can be made in parts.</summary>
    public int Seed { get; init; } = 1;

    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(2);

    public int Concurrency { get; init; } = 16;

    /// <summary>Whether what a round left behind is kept where a promise is broken.</summary>
    public bool Keeps { get; init; }

    /// <summary>A file that gets a line for each round, also of other runs; null for none.</summary>
    public string? Results { get; init; }
}
