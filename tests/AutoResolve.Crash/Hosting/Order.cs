namespace AutoResolve.Crash.Hosting;

/// <summary>What a host is told to do.</summary>
internal sealed record Order
{
    public int Id { get; init; }
    public required OrderKind Do { get; init; }

    /// <summary>The number of the case.</summary>
    public int Case { get; init; }

    /// <summary>How often the issue was rewritten.</summary>
    public int Version { get; init; }

    /// <summary>How many turns the issue has; of a turn that is delivered by itself, which.</summary>
    public int Turn { get; init; }

    /// <summary>What is approved.</summary>
    public string? Key { get; init; }
}
