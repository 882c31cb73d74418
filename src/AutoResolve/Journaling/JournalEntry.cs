namespace AutoResolve.Journaling;

/// <summary>One line of the journal. Never changed once written; holds no personal data.</summary>
public sealed record JournalEntry
{
    /// <summary>Its place in the journal, given when it is written: ascending, with gaps. 0 before.</summary>
    public long Sequence { get; init; }

    /// <summary>
    /// When it was written, by the clock of the host that wrote it. Order is by <see cref="Sequence"/>: clocks are moved back.
    /// </summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it tells.</summary>
    public required JournalEntryKind Kind { get; init; }

    /// <summary>The organisation whose issue it is about; null where the host serves one, or it is about none.</summary>
    public string? Tenant { get; init; }

    /// <summary>The issue it is about; empty where it is about none.</summary>
    public string IssueId { get; init; } = "";

    /// <summary>
    /// A name that only one entry of the whole journal has; null where it needs none. A second entry of the same name is refused.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Whether it is unfinished business until another entry <see cref="Closes"/> it.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The <see cref="Key"/> of the open entry that this one finishes; null where it finishes none.</summary>
    public string? Closes { get; init; }

    /// <summary>The rule it is about; null where it is about none.</summary>
    public string? RuleId { get; init; }

    /// <summary>The version of that rule.</summary>
    public int? RuleVersion { get; init; }

    /// <summary>The revision of the rulebook in force; null where none matters.</summary>
    public string? RulebookRevision { get; init; }

    /// <summary>What it is counted by: the outcome of a decision, the status of an action, the verdict of feedback. A short word.</summary>
    public string Label { get; init; } = "";

    /// <summary>What belongs together for a once-per window; null where nothing.</summary>
    public string? Group { get; init; }

    /// <summary>The rest, as JSON.</summary>
    public string Content { get; init; } = "{}";
}
