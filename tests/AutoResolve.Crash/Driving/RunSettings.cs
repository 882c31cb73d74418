using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>How hosts are killed.</summary>
internal sealed record RunSettings
{
    public StoreKind Store { get; init; }

    /// <summary>At least so many.</summary>
    public required int Kills { get; init; }

    /// <summary>So many to a round.</summary>
    public int Issues { get; init; } = 60;
    public int Seed { get; init; } = 1;
    public Sabotage Sabotage { get; init; }
}
