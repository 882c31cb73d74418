namespace AutoResolve.Crash.Hosting;

/// <summary>What a host is, and which world it works in.</summary>
internal sealed record HostSettings
{
    /// <summary>How long an action can be approved: longer than clocks differ by an hour, shorter than by two.</summary>
    public static readonly TimeSpan ApprovalExpiry = TimeSpan.FromMinutes(90);

    /// <summary>How long a turn waits for its case.</summary>
    public static readonly TimeSpan WaitForCase = TimeSpan.FromMinutes(90);

    /// <summary>The folder that outlives it.</summary>
    public required string Folder { get; init; }

    /// <summary>No other host that is or was has it.</summary>
    public string Name { get; init; } = "host";
    public StoreKind Store { get; init; }
    public string Schema { get; init; } = "crash";
    public int Seed { get; init; }
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>By how many minutes its clock is wrong.</summary>
    public int ClockMinutes { get; init; }

    /// <summary>How long a call takes at most, before it and after it.</summary>
    public TimeSpan WaitLimit { get; init; } = TimeSpan.FromMilliseconds(15);
    public Sabotage Sabotage { get; init; }

    /// <summary>The queue from which it takes its work; null where it is told what to do.</summary>
    public QueueSettings? Queue { get; init; }
}
