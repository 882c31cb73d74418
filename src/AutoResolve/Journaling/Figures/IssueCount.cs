namespace AutoResolve.Journaling.Figures;

/// <summary>
/// How many issues that are alike, and what became of them: what the last decision of each says, unless that merely closes it. What these
/// words mean is in the guide to figures.
/// </summary>
public sealed record IssueCount
{
    /// <summary>
    /// Whether these are no issues, but decisions after which their issue was decided again: what they said counts for or against their
    /// rules.
    /// </summary>
    public bool IsSuperseded { get; init; }

    /// <summary>The part of the time in which they first came, from 0.</summary>
    public int Part { get; init; }

    /// <summary>The highest tier that a rule named; null where none did.</summary>
    public int? Tier { get; init; }

    /// <summary>The issue type. <c>unknown</c> where there is none.</summary>
    public string Type { get; init; } = "unknown";

    /// <summary>The team that has it, else the owner of the rule; null where neither is known.</summary>
    public string? Team { get; init; }

    /// <summary>How they came; null where that is not known.</summary>
    public string? Channel { get; init; }

    /// <summary>What they are about; null where that is not known.</summary>
    public string? Product { get; init; }

    /// <summary>The rule that decided last; null where none did.</summary>
    public string? RuleId { get; init; }

    /// <summary>
    /// Why it was decided so, as the journal says it; <c>held</c>, <c>unfinished</c> or <c>notCarriedOut</c> where it did not come to what
    /// was decided. Null where that is not known.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>The tenant; null where there is none.</summary>
    public string? Tenant { get; init; }

    /// <summary>The language that they were taken to be in, as a tag in lower case such as <c>es</c>; null where that is not known.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>How many.</summary>
    public long Issues { get; init; }

    /// <summary>Answered or fixed by a rule, and not with people before.</summary>
    public long Answered { get; init; }

    /// <summary>Of the answered, those whose days of grace are over, that held, and of which somebody said that it helped.</summary>
    public long Confirmed { get; init; }

    /// <summary>Of the answered, those whose days of grace are over, that held, and of which nobody said anything.</summary>
    public long Assumed { get; init; }

    /// <summary>Of the assumed, those whose requester is not known, so that nobody could see them come back.</summary>
    public long Unseen { get; init; }

    /// <summary>Of the answered, those whose days of grace are over and that did not hold.</summary>
    public long Reopened { get; init; }

    /// <summary>Of the answered, those of which somebody said in the days of grace that it helped, and nobody that it did not.</summary>
    public long Helpful { get; init; }

    /// <summary>Of the answered, those of which somebody said within the days of grace that it did not help.</summary>
    public long Wrong { get; init; }

    /// <summary>Those that were escalated.</summary>
    public long Escalated { get; init; }

    /// <summary>Those that were routed, or answered after people had them.</summary>
    public long Routed { get; init; }

    /// <summary>Those of which the customer was asked something.</summary>
    public long Asked { get; init; }

    /// <summary>Those that were to be ignored, closed, or part of another issue.</summary>
    public long Ignored { get; init; }

    /// <summary>Those of which what was decided was begun, and nobody wrote down that it was done.</summary>
    public long Unfinished { get; init; }

    /// <summary>Those that took a person's time.</summary>
    public long Handled { get; init; }

    /// <summary>Confirmed or assumed by the first decision.</summary>
    public long FirstContact { get; init; }

    /// <summary>Confirmed or assumed within an hour of the first decision.</summary>
    public long WithinHour { get; init; }

    /// <summary>Confirmed or assumed within a day of the first decision.</summary>
    public long WithinDay { get; init; }

    /// <summary>Minutes from the first decision to the answer, summed over the confirmed and the assumed.</summary>
    public double Minutes { get; init; }
}
