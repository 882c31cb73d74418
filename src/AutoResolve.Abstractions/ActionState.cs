using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>What became of a planned action.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActionState>))]
public enum ActionState
{
    /// <summary>Not begun, since an earlier action of the rule did not succeed.</summary>
    NotReached = 0,

    /// <summary>Done, and verified where the handler can.</summary>
    Succeeded,

    /// <summary>Not done, or done without help.</summary>
    Failed,

    /// <summary>The handler wants a person to look.</summary>
    NeedsPerson,

    /// <summary>Begun, and not known whether it was done.</summary>
    InDoubt,

    /// <summary>It waits for a person's approval.</summary>
    WaitsForApproval,

    /// <summary>Not begun: automation is stopped, or only suggests, or the rule acted too recently.</summary>
    Withheld,

    /// <summary>Only rehearsed, in a dry run.</summary>
    DryRun,

    /// <summary>Done, then taken back since a later action failed.</summary>
    Undone,

    /// <summary>Done, and could not be taken back.</summary>
    UndoFailed,
}
