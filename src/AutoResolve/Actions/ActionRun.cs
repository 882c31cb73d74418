using AutoResolve.Journaling;

namespace AutoResolve.Actions;

/// <summary>The actions of one decision, to be carried out in order.</summary>
internal sealed record ActionRun
{
    private string?[]? _keysByPlace;

    public required Issue Issue { get; init; }
    public required Resolution Resolution { get; init; }

    /// <summary>What it was decided by; null where that is known from the journal only.</summary>
    public Decision? Decision { get; init; }

    /// <summary>Identifies the turn that was decided.</summary>
    public required string Turn { get; init; }

    public required CaseKeyring Keys { get; init; }

    /// <summary>The turns that the decision heard for the first time.</summary>
    public IReadOnlyList<Turn> NewTurns { get; init; } = [];

    /// <summary>The actions as the journal keeps them, where the decision is taken up again; else null.</summary>
    public IReadOnlyList<ActionRecord>? Kept { get; init; }

    /// <summary>Whether the answer is as it was, with nothing masked.</summary>
    public bool IsAnswerWhole { get; init; } = true;

    /// <summary>What was begun before.</summary>
    public PriorEffects Prior { get; init; } = PriorEffects.None;

    /// <summary>What of the issue stands in the place of something else, since it comes from the journal.</summary>
    public IReadOnlyList<string> Masked { get; init; } = [];

    /// <summary>The keys of actions that a person has approved.</summary>
    public IReadOnlySet<string> Approved { get; init; } = new HashSet<string>();

    /// <summary>How the rule wants its actions carried out; null where it says nothing.</summary>
    public PolicyRecord? Policy { get; init; }

    /// <summary>How often whoever is written to may be; null where nobody is, or as often as it comes.</summary>
    public QuotaRecord? Quota { get; init; }

    /// <summary>The key of the decision's entry in the journal.</summary>
    public string DecisionKey => JournalKeys.Decision(Turn);

    public CaseReference Reference => CaseReference.Of(Issue);

    public RuleReference Rule => Resolution.Rule!;

    /// <summary>What its intents are counted by; null where they are not.</summary>
    public string? Group => Policy is { Window: not null, Groups: [var group, ..] } ? group : null;

    /// <summary>The keys of the actions, where the journal has them; else null.</summary>
    public IReadOnlyList<string>? PlannedKeys { get; init; }

    public string KeyOf(int index)
    {
        if (PlannedKeys is { } planned)
            return planned[index];
        var known = _keysByPlace ??= new string?[Resolution.Actions.Count];
        return known[index] ??= KeyOf(Resolution.Actions[index]);
    }

    // What was begun by a secret that was changed since keeps its key.
    public string KeyOf(PlannedAction action) =>
        (ReferenceEquals(Prior, PriorEffects.None) ? null : KeysOf(action).FirstOrDefault(Prior.IsBegun)) ?? KeysOf(action).First();

    public ActionCall CallOf(int index) => new(Resolution.Actions[index], Issue, Resolution, KeyOf(index), NewTurns);

    public ActionCall CallOf(PlannedAction action) => new(action, Issue, Resolution, KeyOf(action), NewTurns);

    /// <summary>The keys that an action may have, by each secret; first by the one that is used.</summary>
    public IEnumerable<string> KeysOf(PlannedAction action)
    {
        var content = EffectContent.Of(action, Resolution);
        return Keys.All.Select(keys => keys.Effect(Reference, Turn, action.Handler, content));
    }

    /// <summary>How a policy is kept and found again.</summary>
    public static PolicyRecord? Keep(ActionPolicy? policy, CaseKeyring keys) =>
        policy is null ? null : new PolicyRecord(policy.UndoOnFailure, policy.Window, GroupsOf(policy, keys));

    private static string[] GroupsOf(ActionPolicy policy, CaseKeyring keys) =>
        policy.OncePer is null
            ? []
            :
            [
                .. keys.All.Select(each => JournalKeys.Group(each.Group(policy))),
                .. keys.All.Select(each => JournalKeys.Group(each.FirstSchemaGroup(policy))),
            ];
}
