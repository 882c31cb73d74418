namespace AutoResolve.Crash.Hosting;

/// <summary>What a host answers.</summary>
internal sealed record Reply
{
    /// <summary>The id of the order.</summary>
    public int Id { get; init; }
    public DispositionStatus Status { get; init; }
    public Outcome? Outcome { get; init; }

    /// <summary>Whether a person has it since the journal could not be used.</summary>
    public bool IsUnwritten { get; init; }

    /// <summary>The keys of the actions of which it says that they were done.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    /// <summary>Why something is not approved.</summary>
    public string? Refusal { get; init; }

    /// <summary>How many cases were taken up.</summary>
    public int TakenUp { get; init; }

    /// <summary>What was thrown that should not be.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether it is to be delivered again.</summary>
    public bool IsOpen => Status == DispositionStatus.UnderWay;
}
