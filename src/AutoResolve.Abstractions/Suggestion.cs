namespace AutoResolve;

/// <summary>What a rule would do, proposed to a person.</summary>
public sealed record Suggestion
{
    /// <summary>The rule that proposes it.</summary>
    public required RuleReference Rule { get; init; }

    /// <summary>What the rule would decide.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The answer it would give, if any.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The team it would go to, if any.</summary>
    public string? Team { get; init; }

    /// <summary>The actions it would take.</summary>
    public IReadOnlyList<PlannedAction> Actions
    {
        get;
        init => field = ValueList<PlannedAction>.Of(value);
    } = ValueList<PlannedAction>.Empty;
}
