namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Ends of cases that are one to a reader. Each end is in exactly one group, so the groups add up to all cases.</summary>
/// <param name="Id">Its name for programs.</param>
/// <param name="Name">Its name.</param>
/// <param name="Ends">The ends, each with its name.</param>
internal sealed record CaseGroup(string Id, string Name, IReadOnlyList<(CaseResult End, string Name)> Ends)
{
    public static readonly CaseGroup Held = new(
        "held",
        "Answered or fixed, and it held",
        [(CaseResult.AnsweredHeld, "Answered, and it held"), (CaseResult.FixedHeld, "Fixed, and it held")]
    );

    public static readonly CaseGroup Reopened = new(
        "reopened",
        "Answered or fixed, and opened again",
        [(CaseResult.AnsweredReopened, "Answered, and opened again"), (CaseResult.FixedReopened, "Fixed, and opened again")]
    );

    public static readonly CaseGroup People = new(
        "people",
        "Handed to people",
        [
            (CaseResult.TeamAfterQuestions, "With a team after questions"),
            (CaseResult.Routed, "Routed to a team"),
            (CaseResult.Escalated, "Escalated to a person"),
        ]
    );

    public static readonly CaseGroup Closed = new(
        "closed",
        "Closed, or nothing to do",
        [(CaseResult.ClosedByCustomer, "Closed by the customer"), (CaseResult.Ignored, "Nothing to do")]
    );

    public static readonly CaseGroup Open = new(
        "open",
        "Still open",
        [
            (CaseResult.AnsweredOpen, "Answered, not yet sure"),
            (CaseResult.FixedOpen, "Fixed, not yet sure"),
            (CaseResult.WaitingForCustomer, "Waiting for the customer"),
            (CaseResult.Open, "Under way"),
        ]
    );

    public static readonly IReadOnlyList<CaseGroup> All = [Held, Reopened, People, Closed, Open];

    public bool Has(CaseResult end) => Ends.Any(entry => entry.End == end);

    /// <summary>How many of these cases are in it.</summary>
    public long CountOf(IEnumerable<CaseCell> cells) => cells.Where(cell => Has(cell.End)).Sum(cell => cell.Cases);
}
