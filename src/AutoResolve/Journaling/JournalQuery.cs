namespace AutoResolve.Journaling;

/// <summary>Which entries to read: those for which all that is set holds.</summary>
public sealed record JournalQuery
{
    /// <summary>Of these kinds; empty for all.</summary>
    public IReadOnlyList<JournalEntryKind> Kinds { get; init; } = [];

    /// <summary>About this issue, of whatever tenant.</summary>
    public string? IssueId { get; init; }

    /// <summary>About this case.</summary>
    public CaseReference? Case { get; init; }

    /// <summary>With one of these keys; empty for any or none.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>About this rule.</summary>
    public string? RuleId { get; init; }

    /// <summary>About this version of the rule.</summary>
    public int? RuleVersion { get; init; }

    /// <summary>Of one of these groups; empty for any or none.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Written at or after this time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Written before this time.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>With a higher sequence.</summary>
    public long AfterSequence { get; init; }

    /// <summary>Only what is unfinished: open, and closed by no other entry.</summary>
    public bool Unfinished { get; init; }

    /// <summary>The newest first; else in the order of writing.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>At most so many; null for all.</summary>
    public int? Limit { get; init; }
}
