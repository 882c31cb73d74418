namespace AutoResolve.Rules.Model;

/// <summary>What happens when a rule wins.</summary>
internal sealed record Then
{
    /// <summary>Null for an <c>also</c> rule.</summary>
    public RuleOutcome? Outcome { get; init; }

    public LocalizedText? Answer { get; init; }

    /// <summary>What an agent reads in place of the answer; null where it is the same.</summary>
    public LocalizedText? AnswerToAgent { get; init; }

    public IReadOnlyList<Step> Steps { get; init; } = [];
    public WhenAllTried? WhenAllTried { get; init; }
    public IReadOnlyList<AskedQuestion> Ask { get; init; } = [];
    public string? Team { get; init; }
    public int? Tier { get; init; }
    public IReadOnlyList<RuleAction> Actions { get; init; } = [];

    /// <summary>Whether actions that succeeded are taken back when a later one does not.</summary>
    public bool UndoOnFailure { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Note { get; init; }
    public required SourceLocation Location { get; init; }
}
