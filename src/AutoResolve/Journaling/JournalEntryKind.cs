using System.Text.Json.Serialization;

namespace AutoResolve.Journaling;

/// <summary>What a journal entry tells. The numbers are stored; they never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JournalEntryKind>))]
public enum JournalEntryKind
{
    /// <summary>An issue was decided.</summary>
    Decision = 1,

    /// <summary>An action is about to be carried out.</summary>
    Intent = 2,

    /// <summary>How an action ended.</summary>
    ActionResult = 3,

    /// <summary>What became of an issue whose decision had actions.</summary>
    Disposition = 4,

    /// <summary>Somebody said how a decision turned out.</summary>
    Feedback = 5,

    /// <summary>An action waits for a person's approval.</summary>
    ApprovalRequest = 6,

    /// <summary>A person approved an action.</summary>
    Approval = 7,

    /// <summary>A rule fell below its threshold, and only suggests from now on.</summary>
    Demotion = 8,

    /// <summary>A rule reached its threshold; a person may promote it.</summary>
    PromotionProposal = 9,

    /// <summary>Actions were stopped or allowed again, for all rules or one.</summary>
    Switch = 10,

    /// <summary>Something worth knowing that changes nothing: a handler that answered after its time limit.</summary>
    Note = 11,

    /// <summary>
    /// A turn came in that is not decided by itself: it adds nothing, waits for its case, or was decided together with a later one.
    /// </summary>
    Turn = 12,

    /// <summary>What happened to a case outside of automation: it was closed, reassigned, merged, a message came back.</summary>
    Event = 13,

    /// <summary>Automation is about to write to somebody. It is counted, so that nobody is written to too often.</summary>
    Message = 14,
}
