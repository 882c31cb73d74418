using AutoResolve.Actions;

namespace AutoResolve.Reading;

/// <summary>One thing that happened in a case. What people wrote in it is masked as the journal has it, and not to be trusted.</summary>
public abstract record CaseMoment
{
    private protected CaseMoment(DateTimeOffset at) => At = at;

    /// <summary>When, by the clock of whoever wrote it down.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>Somebody wrote.</summary>
/// <param name="At">When it happened, if that was reported; otherwise when it was recorded.</param>
/// <param name="Turn">The id of the turn; null for the issue itself.</param>
/// <param name="Author">Who.</param>
/// <param name="Text">What; empty where nothing was said, or it is not kept any more.</param>
public sealed record CaseTurn(DateTimeOffset At, string? Turn, Author Author, string Text) : CaseMoment(At)
{
    /// <summary>A subject line, where there was one.</summary>
    public string? Title { get; init; }

    /// <summary>What was filled in, by name.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>What had been tried.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];

    /// <summary>Whether it was written down and not decided: it waits for its case, or adds nothing.</summary>
    public bool IsOnlyRecorded { get; init; }

    /// <summary>Whether it waits, or waited, for its case.</summary>
    public bool HasWaited { get; init; }
}

/// <summary>Automation decided.</summary>
/// <param name="At">When.</param>
/// <param name="Outcome">What.</param>
/// <param name="Reason">Why.</param>
/// <param name="Summary">Why, in a sentence for staff.</param>
public sealed record CaseDecision(DateTimeOffset At, Outcome Outcome, ResolutionReason Reason, string Summary) : CaseMoment(At)
{
    /// <summary>The rule that decided; null where none did.</summary>
    public string? Rule { get; init; }

    /// <summary>The version of that rule.</summary>
    public int? RuleVersion { get; init; }

    /// <summary>The team that it is for; null where no rule names one.</summary>
    public string? Team { get; init; }

    /// <summary>What was to be said; null where nothing.</summary>
    public Answer? Answer { get; init; }

    /// <summary>What was to be asked, in order.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What is not known, and goes to whoever takes the case over, in order.</summary>
    public IReadOnlyList<Question> OpenQuestions { get; init; } = [];

    /// <summary>How far automation went then: <c>active</c>, <c>suggest</c> or <c>shadow</c>.</summary>
    public string Mode { get; init; } = "";
}

/// <summary>What became of an action: a message sent, a ticket opened, a call of a handler.</summary>
/// <param name="At">When.</param>
/// <param name="Handler">The handler, such as <c>reply</c>, <c>ask</c>, <c>route</c>, or one of the host.</param>
/// <param name="State">
/// How far it has come, as the journal says it: <c>begun</c>, a fate such as <c>succeeded</c>, <c>requested</c>, <c>approved</c>.
/// </param>
/// <param name="Message">What a person should know about it; null where nothing.</param>
public sealed record CaseAction(DateTimeOffset At, string Handler, string State, string? Message) : CaseMoment(At)
{
    /// <summary>Who approved it; null where it is no approval.</summary>
    public string? By { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }
}

/// <summary>What a decision came to in the end.</summary>
/// <param name="At">When.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Summary">Why, in a sentence for staff.</param>
public sealed record CaseEnd(DateTimeOffset At, Outcome Outcome, string Summary) : CaseMoment(At);

/// <summary>Somebody said how a decision turned out.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Verdict">What.</param>
/// <param name="Note">Why; null where nothing was said.</param>
public sealed record CaseVerdict(DateTimeOffset At, string By, FeedbackVerdict Verdict, string? Note) : CaseMoment(At);

/// <summary>Something happened to the case outside of automation.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Team">Who has it now, where it was reassigned.</param>
/// <param name="Into">The id of the case that it is part of now, where it was merged.</param>
public sealed record CaseHappening(DateTimeOffset At, CaseEventKind Kind, string? Team, string? Into) : CaseMoment(At)
{
    /// <summary>The message that came back; null where none did, or it is not one of this case.</summary>
    public CaseAction? Message { get; init; }
}

/// <summary>An entry of the journal that cannot be shown.</summary>
/// <param name="At">When it was written.</param>
/// <param name="IsErased">Whether what it said was erased; else another version wrote it, or the journal is damaged.</param>
public sealed record CaseGap(DateTimeOffset At, bool IsErased) : CaseMoment(At);
