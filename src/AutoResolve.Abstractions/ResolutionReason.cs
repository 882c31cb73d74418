using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>Why a resolution came out as it did.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResolutionReason>))]
public enum ResolutionReason
{
    /// <summary>Something unexpected happened; <see cref="Resolution.Remarks"/> says what. Always escalates.</summary>
    Unexpected = 0,

    /// <summary>A rule matched and won.</summary>
    RuleMatched,

    /// <summary>A guard matched: a person in danger, legal, security or privacy. Always escalates.</summary>
    Guarded,

    /// <summary>No active rule matched. Always escalates.</summary>
    NoRuleMatched,

    /// <summary>Only rules on trial matched; they are <see cref="Resolution.Suggestions"/>. Always escalates.</summary>
    OnlySuggested,

    /// <summary>Equally good rules would do different things; they are <see cref="Resolution.Suggestions"/>. Always escalates.</summary>
    Ambiguous,

    /// <summary>A rule won, and every step it offers was already tried.</summary>
    AllStepsTried,

    /// <summary>A rule won and first needs facts that the issue lacks.</summary>
    FactsMissing,

    /// <summary>A rule won, but its answer needs a value that the issue lacks. Always escalates.</summary>
    ValueMissing,

    /// <summary>
    /// A rule knows it, but not in the customer's language, that of <see cref="Issue.Locale"/> or the one that the text is certainly in:
    /// it won, and what it says is in others; or its set is in another, and no other rule matched. Always escalates.
    /// </summary>
    LanguageMissing,

    /// <summary>A rule won, but a machine sent the message, and what answers a machine makes a loop (RFC 3834). Always escalates.</summary>
    SentByMachine,

    /// <summary>A turn came of a case that is not known, and the case did not come in time. Always escalates.</summary>
    CaseUnknown,

    /// <summary>The case has had more turns than <see cref="Issue.MaxTurns"/>. Always escalates.</summary>
    TooManyTurns,

    /// <summary>A rule won, but the host has no handler for an action of it. Always escalates.</summary>
    HandlerMissing,

    /// <summary>The customer says that it is solved. Always closes.</summary>
    Solved,

    /// <summary>The customer takes it back: nothing is to be done any more. Always closes.</summary>
    Withdrawn,

    /// <summary>The customer wants a person. Routes, or escalates where no team is known.</summary>
    PersonWanted,

    /// <summary>A person has written to the customer, so automation says nothing more in the case.</summary>
    PersonHasIt,

    /// <summary>A rule won; what it asks was put before, and is still open. Routes, or escalates where the rule says so.</summary>
    QuestionsOpen,

    /// <summary>What was asked was not answered in time. Routes, or escalates where the rule says so.</summary>
    DeadlinePassed,

    /// <summary>A rule won, but automation has written to the person as often as it may in a day. Always escalates.</summary>
    TooManyMessages,

    /// <summary>A rule won that answers, but an office wrote, which only persons answer. Always escalates.</summary>
    WrittenByOfficial,

    /// <summary>A message to the customer could not be delivered. Always escalates.</summary>
    Undelivered,

    /// <summary>
    /// It is longer than is read (<c>AutoResolveOptions.MaxTextLength</c>), so that not even guards have read all of it. Always escalates.
    /// </summary>
    TooLong,

    /// <summary>A turn says nothing that anything is to be done about; the case goes on as it was.</summary>
    GoesOn,

    /// <summary>Finding out which rules match would take more work than an issue may cost (<c>AutoResolveOptions.MaxWork</c>), so nothing
    /// is decided by rules, a guard that was found apart. Always escalates.</summary>
    TooMuchWork,

    /// <summary>It could not be processed: a message that cannot be read, or that failed too often. Always escalates.</summary>
    Unprocessable,
}
