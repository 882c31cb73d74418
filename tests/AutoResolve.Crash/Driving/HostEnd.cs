namespace AutoResolve.Crash.Driving;

/// <summary>How a host ended.</summary>
internal sealed record HostEnd
{
    /// <summary>Whether it had nothing left to do.</summary>
    public required bool IsFinished { get; init; }
    public required bool WasKilled { get; init; }

    /// <summary>What it had said.</summary>
    public required IReadOnlyList<string> Said { get; init; }

    /// <summary>What went wrong; null where nothing.</summary>
    public string? Problem { get; init; }
}
