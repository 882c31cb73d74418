using AutoResolve.Decisions.Templates;
using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>What a rule does, compiled.</summary>
internal sealed class RulePlan
{
    public required Rule Rule { get; init; }

    public LocalizedTemplate? Answer { get; init; }

    /// <summary>What an agent reads in place of the answer; null where it is the same.</summary>
    public LocalizedTemplate? AnswerToAgent { get; init; }

    /// <summary>The texts of the rule's steps, in order.</summary>
    public IReadOnlyList<LocalizedTemplate> Steps { get; init; } = [];

    /// <summary>What an agent reads of each step; null where it is the same.</summary>
    public IReadOnlyList<LocalizedTemplate?> StepsToAgent { get; init; } = [];

    public IReadOnlyList<ActionPlan> Actions { get; init; } = [];

    /// <summary>The handlers of its actions that the host does not have.</summary>
    public IReadOnlyList<string> MissingHandlers { get; init; } = [];

    /// <summary>The facts that its texts and actions print or test.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Equal for rules that would do the same.</summary>
    /// <remarks>Asked for where several rules match equally well, which few ever do.</remarks>
    public string Fingerprint => field ??= OutcomeFingerprint.Of(Rule);
}
