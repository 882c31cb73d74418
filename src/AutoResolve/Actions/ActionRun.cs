using AutoResolve.Journaling;

namespace AutoResolve.Actions;

/// <summary>The actions of one decision, to be carried out in order.</summary>
internal sealed record ActionRun
{
    public required Issue Issue { get; init; }
    public required Resolution Resolution { get; init; }

    /// <summary>The key of the decision's entry in the journal.</summary>
    public required string DecisionKey { get; init; }

    /// <summary>The keys of actions that a person has approved.</summary>
    public IReadOnlySet<string> Approved { get; init; } = new HashSet<string>();

    public RuleReference Rule => Resolution.Rule!;

    public ActionPolicy? Policy => Resolution.Policy;

    /// <summary>What a once-per window counts; null where that is not known.</summary>
    public string? Group => Policy?.OncePer is { } oncePer ? JournalKeys.Group(oncePer) : null;

    public string KeyOf(int index) => JournalKeys.Action(Issue.Id, Rule, index);
}
