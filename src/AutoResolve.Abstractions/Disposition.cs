namespace AutoResolve;

/// <summary>What became of an issue: the decision, and what was done about it.</summary>
public sealed record Disposition
{
    /// <summary>The decision.</summary>
    public required Resolution Resolution { get; init; }

    /// <summary>How it ended. As decided, where all went well; <see cref="Outcome.Escalated"/> where an action did not, or automation may not act.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>How it ended, in a sentence for staff.</summary>
    public required string Summary { get; init; }

    /// <summary>What became of each planned action, in order.</summary>
    public IReadOnlyList<ActionReport> Actions { get; init; } = [];

    /// <summary>Whether the same issue was delivered before; nothing was done this time.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Whether it is in the journal. Where it is not, nothing was done, and the issue is escalated.</summary>
    public bool IsJournaled { get; init; } = true;

    /// <summary>What the person who takes over needs to know, what was done included.</summary>
    public Handover Handover => Resolution.Handover with
    {
        Summary = Summary,
        Actions = Actions,
        Team = Resolution.Handover.Team ?? (Resolution.Rule is { Owner.Length: > 0 } rule ? rule.Owner : null),
    };
}
