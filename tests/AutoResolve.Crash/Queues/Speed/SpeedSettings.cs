namespace AutoResolve.Crash.Queues.Speed;

/// <summary>What is measured with what.</summary>
internal sealed record SpeedSettings
{
    /// <summary>How many issues a round has.</summary>
    public int Issues { get; init; } = 20_000;

    public int Concurrency { get; init; } = 64;

    /// <summary>How many workers, one measurement for each.</summary>
    public IReadOnlyList<int> Workers { get; init; } = [1, 2, 4];
}

/// <summary>What a worker that is measured is told.</summary>
/// <param name="Port">The broker's port.</param>
/// <param name="Queue">The queue, and the schema of the journal.</param>
/// <param name="Concurrency">How many messages it works on at once.</param>
internal sealed record SpeedWorkerSettings(int Port, string Queue, int Concurrency);
