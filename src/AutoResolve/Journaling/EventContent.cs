namespace AutoResolve.Journaling;

/// <summary>What the journal keeps of what happened to a case outside of automation.</summary>
internal sealed record EventContent
{
    /// <summary>The team that has it, where it was reassigned.</summary>
    public string? Team { get; init; }

    /// <summary>The id of the case that it became part of, where it was merged.</summary>
    public string? Into { get; init; }

    /// <summary>The key of the message that was not delivered, where it is one of this case.</summary>
    public string? MessageKey { get; init; }

    /// <summary>When it happened, where that was told.</summary>
    public DateTimeOffset? At { get; init; }
}
