namespace AutoResolve;

/// <summary>What became of an issue: the decision, and what was done about it. Plain data, equal by value.</summary>
public sealed record Disposition
{
    /// <summary>
    /// The decision. Of a turn that was delivered before, or was only recorded, it is the one that the journal keeps, in which personal
    /// data is masked.
    /// </summary>
    public required Resolution Resolution { get; init; }

    /// <summary>How it ended: as decided, where all went well; <see cref="AutoResolve.Outcome.Escalated"/> where an action did not, or
    /// automation may not act.
    /// Null where it has not ended: <see cref="DispositionStatus.UnderWay"/> and <see cref="DispositionStatus.Waiting"/>.</summary>
    public required Outcome? Outcome { get; init; }

    /// <summary>How far the delivery has come.</summary>
    public DispositionStatus Status { get; init; }

    /// <summary>How it ended, in a sentence for staff.</summary>
    public required string Summary { get; init; }

    /// <summary>What became of each planned action, in order.</summary>
    public IReadOnlyList<ActionReport> Actions
    {
        get;
        init => field = ValueList<ActionReport>.Of(value);
    } = ValueList<ActionReport>.Empty;

    /// <summary>Whether the same turn was delivered before and has ended; nothing was done this time.</summary>
    public bool IsDuplicate => Status == DispositionStatus.Duplicate;

    /// <summary>
    /// Whether how it ended is in the journal. It is not in a dry run; where the journal cannot be used, so that nothing was done and a
    /// person
    /// was told; and where what was done could not be written down, or nobody is told
    /// (<c>ActionOptions.EscalatesUnwritten</c>), which are <see cref="DispositionStatus.UnderWay"/>.
    /// </summary>
    public bool IsJournaled { get; init; } = true;

    /// <summary>
    /// What the person who takes over needs to know, what was done included; null where nobody does, or it has not ended.
    /// </summary>
    public Handover? Handover { get; init; }
}
