namespace AutoResolve;

/// <summary>What automation did about an issue or a turn of it. Plain data, equal by value.</summary>
public sealed record CaseReply
{
    /// <summary>The id of the last turn that it was decided by; null for the issue itself.</summary>
    public string? Turn { get; init; }

    /// <summary>The id of the rule that decided; null where none did.</summary>
    public string? Rule { get; init; }

    /// <summary>What was decided.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The team that it was for; null where no rule names one.</summary>
    public string? Team { get; init; }

    /// <summary>Whether an answer was given.</summary>
    public bool HasAnswer { get; init; }

    /// <summary>Ids of the steps that were offered, in order. Null is read as empty. Default: empty.</summary>
    public IReadOnlyList<string> Steps
    {
        get;
        init => field = ValueList<string>.WithoutNulls(value);
    } = ValueList<string>.Empty;

    /// <summary>Ids of the questions that were put, in order. Null is read as empty. Default: empty.</summary>
    public IReadOnlyList<string> Questions
    {
        get;
        init => field = ValueList<string>.WithoutNulls(value);
    } = ValueList<string>.Empty;

    /// <summary>The handlers of the rule's own actions, in order. Null is read as empty. Default: empty.</summary>
    public IReadOnlyList<string> Actions
    {
        get;
        init => field = ValueList<string>.WithoutNulls(value);
    } = ValueList<string>.Empty;

    /// <summary>When it was decided, where known.</summary>
    public DateTimeOffset? At { get; init; }
}
