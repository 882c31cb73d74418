using System.Text.Json;

namespace AutoResolve.Scenarios.Telling;

/// <summary>One step of a story; one of its members but <see cref="Says"/> and <see cref="CancelDuring"/> is set.</summary>
internal sealed record StoryStep
{
    public Issue? Deliver { get; init; }
    public ContinuedTurn? Continue { get; init; }
    public IReadOnlyList<StoryStep>? AtOnce { get; init; }
    public StoryApproval? Approve { get; init; }
    public StoryReportedEvent? Report { get; init; }

    /// <summary>The rules from here on.</summary>
    public JsonElement? Rules { get; init; }

    /// <summary>A rule's id, or * for all rules.</summary>
    public string? Stop { get; init; }

    /// <summary>A rule's id, or * for all rules.</summary>
    public string? Resume { get; init; }

    public TimeSpan? Wait { get; init; }
    public bool Restart { get; init; }
    public bool OtherHost { get; init; }

    /// <summary>The handler during whose call the caller's token is cancelled.</summary>
    public string? CancelDuring { get; init; }

    /// <summary>What the caller is told: a text, for <see cref="AtOnce"/> a list; null where it does not matter.</summary>
    public JsonElement? Says { get; init; }

    /// <summary>What the callers are told, in any order; empty where it does not matter.</summary>
    public IReadOnlyList<string> Said =>
        Says switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(said => said.GetString()!)],
            { } one => [one.GetString()!],
        };

    /// <summary>How many of the things that a step may be it is.</summary>
    public int Kinds =>
        new object?[] { Deliver, Continue, AtOnce, Approve, Report, Rules, Stop, Resume, Wait }.Count(kind => kind is not null)
        + (Restart ? 1 : 0)
        + (OtherHost ? 1 : 0);
}

/// <summary>A turn of a case that the journal knows, or not.</summary>
internal sealed record ContinuedTurn
{
    public required string Case { get; init; }
    public string? Tenant { get; init; }
    public required Turn Turn { get; init; }

    public CaseReference Reference => new(Tenant, Case);
}

/// <summary>A person's approval.</summary>
internal sealed record StoryApproval
{
    public required string Case { get; init; }
    public required string Handler { get; init; }
    public required string By { get; init; }

    /// <summary>The issue as it was delivered.</summary>
    public required Issue Issue { get; init; }
}

/// <summary>What happened to a case outside of automation.</summary>
internal sealed record StoryReportedEvent
{
    public required string Case { get; init; }
    public string? Tenant { get; init; }
    public required StoryEvent Event { get; init; }

    public CaseReference Reference => new(Tenant, Case);
}

/// <summary>An event as stories write it.</summary>
internal sealed record StoryEvent
{
    public required string Id { get; init; }
    public required CaseEventKind Kind { get; init; }
    public string? Team { get; init; }

    /// <summary>The id of a case of the same tenant.</summary>
    public string? Into { get; init; }

    /// <summary>The number of the message to the case, from 1.</summary>
    public int? Message { get; init; }
}
