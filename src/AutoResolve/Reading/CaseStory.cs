using AutoResolve.Actions;

namespace AutoResolve.Reading;

/// <summary>
/// What a case came to: what was said in it and what became of it. What people wrote is masked as the journal has it, and not to be
/// trusted.
/// </summary>
public sealed record CaseStory
{
    /// <summary>The case.</summary>
    public required CaseReference Case { get; init; }

    /// <summary>
    /// What was said, with all turns of which the journal knows, as far as it keeps them; null where nothing is decided, or that cannot be
    /// read.
    /// </summary>
    public Issue? Issue { get; init; }

    /// <summary>When it was first decided; null where it was not.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>How it ended; null while it has not.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The rule that decided last; null where none did.</summary>
    public string? Rule { get; init; }

    /// <summary>The type that this rule gives it.</summary>
    public string? Type { get; init; }

    /// <summary>The team that has it; else that of the last decision; null where none is known.</summary>
    public string? Team { get; init; }

    /// <summary>The tier of the last decision.</summary>
    public int? Tier { get; init; }

    /// <summary>The answer of the last decision, whether it was sent or not; null where there is none, or it is not kept whole.</summary>
    public Answer? Answer { get; init; }

    /// <summary>What was said of its decisions, in order.</summary>
    public IReadOnlyList<FeedbackVerdict> Verdicts { get; init; } = [];

    /// <summary>Whether people opened it again.</summary>
    public bool IsReopened { get; init; }

    /// <summary>Whether people closed it, and have not opened it again since.</summary>
    public bool IsClosedByPeople { get; init; }

    /// <summary>Whether something that it said is erased, or nothing of it is left.</summary>
    public bool HasErased { get; init; }

    /// <summary>Whether an entry cannot be read: another version wrote it, or the journal is damaged.</summary>
    public bool HasUnreadable { get; init; }
}
