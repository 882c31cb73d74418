namespace AutoResolve.Decisions;

/// <summary>What one rule comes to for one issue.</summary>
internal sealed record AppliedRule
{
    public required Outcome Outcome { get; init; }
    public ResolutionReason Reason { get; init; } = ResolutionReason.RuleMatched;

    /// <summary>What becomes of the issue, to stand behind the sentence that names the rule; empty where the outcome says it.</summary>
    public string Consequence { get; init; } = "";

    public string? Team { get; init; }
    public int? Tier { get; init; }
    public Answer? Answer { get; init; }
    public IReadOnlyList<string> Tried { get; init; } = [];
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>All questions of the rule that are not answered, whether they are put or not.</summary>
    public IReadOnlyList<Question> OpenQuestions { get; init; } = [];

    public IReadOnlyList<PlannedAction> Actions { get; init; } = [];
}
