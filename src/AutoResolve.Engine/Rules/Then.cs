using AutoResolve.Json;

namespace AutoResolve.Rules;

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

/// <summary>What a rule asks for; the decision may turn it into another <see cref="Outcome"/>.</summary>
internal enum RuleOutcome
{
    Answer,
    Fix,
    Ask,
    Route,
    Escalate,
    Ignore,
}

/// <summary>One troubleshooting step of a rule.</summary>
internal sealed record Step(Located<string> Id, LocalizedText Say, Condition? TriedWhen)
{
    /// <summary>What an agent reads; null where it is the same.</summary>
    public LocalizedText? SayToAgent { get; init; }

    /// <summary>Whether it only names a step of a set, which has yet to take its place.</summary>
    public bool IsName { get; init; }

    /// <summary>What stands for a step of a set until all sets are read.</summary>
    public static Step Named(Located<string> id) => new(id, new LocalizedText([], id.Location), null) { IsName = true };
}

/// <summary>What happens when every step was tried: <see cref="RuleOutcome.Route"/> or <see cref="RuleOutcome.Escalate"/>.</summary>
internal sealed record WhenAllTried(RuleOutcome Outcome, string? Team, int? Tier);

/// <summary>A question that a rule asks.</summary>
/// <param name="Question">The name of the question.</param>
/// <param name="IsBlocking">Whether the case waits for the answer.</param>
internal sealed record AskedQuestion(Located<string> Question, bool IsBlocking);
