namespace AutoResolve.Crash.Hosting;

/// <summary>What the host is to do.</summary>
internal sealed record HostSettings
{
    /// <summary>The folder that outlives it.</summary>
    public required string Folder { get; init; }
    public StoreKind Store { get; init; }

    /// <summary>The SQLite file, where other hosts work on it at the same time; null where it is in <see cref="Folder"/> and this host's alone.</summary>
    public string? SharedJournal { get; init; }
    public string Schema { get; init; } = "crash";
    public required int Issues { get; init; }
    public int Seed { get; init; }

    /// <summary>How long a change of the world takes at most, before it and after it.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMilliseconds(15);
    public Sabotage Sabotage { get; init; }
}
