namespace AutoResolve.Intake.Messages;

/// <summary>A case as messages name it.</summary>
internal sealed record CaseData
{
    public string? Tenant { get; init; }

    public required string Issue { get; init; }

    public CaseReference ToReference() => new(Tenant, Issue);

    public static CaseData Of(CaseReference reference) => new() { Tenant = reference.Tenant, Issue = reference.IssueId };
}

/// <summary>The data of a turn.</summary>
internal sealed record TurnData(CaseData Case, Turn Turn);

/// <summary>The data of an event.</summary>
internal sealed record EventData(CaseData Case, EventPart Event);

/// <summary>An event as messages say it.</summary>
internal sealed record EventPart
{
    public required string Id { get; init; }

    public required CaseEventKind Kind { get; init; }

    public string? Team { get; init; }

    public CaseData? Into { get; init; }

    public string? MessageKey { get; init; }

    public DateTimeOffset? At { get; init; }

    public CaseEvent ToEvent() =>
        new()
        {
            Id = Id,
            Kind = Kind,
            Team = Team,
            Into = Into?.ToReference(),
            MessageKey = MessageKey,
            At = At,
        };

    public static EventPart Of(CaseEvent happened) =>
        new()
        {
            Id = happened.Id,
            Kind = happened.Kind,
            Team = happened.Team,
            Into = happened.Into is { } into ? CaseData.Of(into) : null,
            MessageKey = happened.MessageKey,
            At = happened.At,
        };
}
