using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>What a run is.</summary>
internal sealed record RunSettings
{
    public StoreKind Store { get; init; }

    /// <summary>At least so many; where there are none, there is one round.</summary>
    public required int Faults { get; init; }
    public int Hosts { get; init; } = 3;

    /// <summary>So many to a round.</summary>
    public int Cases { get; init; } = 60;
    public int Seed { get; init; } = 1;
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether hosts are processes of their own; only such are hit by faults.</summary>
    public bool AreProcesses { get; init; } = true;

    /// <summary>Whether what a round left behind is kept where a promise is broken.</summary>
    public bool Keeps { get; init; }
    public Sabotage Sabotage { get; init; }
}
