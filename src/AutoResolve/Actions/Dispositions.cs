namespace AutoResolve.Actions;

/// <summary>Puts together what became of an issue.</summary>
internal static class Dispositions
{
    /// <summary>From what became of its actions, at least one.</summary>
    public static Disposition Of(Resolution resolution, IReadOnlyList<ActionReport> reports)
    {
        var stop = reports.FirstOrDefault(report => report.State is not (ActionState.Succeeded or ActionState.DryRun));
        if (stop is null)
            return new Disposition
            {
                Resolution = resolution,
                Outcome = resolution.Outcome,
                Summary = resolution.Summary,
                Actions = reports,
            };

        // What was undone is told, but what failed is the reason.
        stop = reports.FirstOrDefault(report => report.State is ActionState.Failed or ActionState.NeedsPerson or ActionState.InDoubt)
            ?? stop;
        return new Disposition
        {
            Resolution = resolution,
            Outcome = Outcome.Escalated,
            Summary =
                $"{resolution.Summary} The action '{stop.Handler}' {Verb(stop.State)}, "
                + $"so a person gets the issue. {stop.Message}".TrimEnd(),
            Actions = reports,
        };
    }

    /// <summary>Where automation only watches or suggests.</summary>
    public static Disposition Held(Resolution resolution, OperatingMode mode) =>
        new()
        {
            Resolution = resolution,
            Outcome = Outcome.Escalated,
            Summary =
                mode == OperatingMode.Shadow
                    ? "Automation only watches, so a person gets the issue."
                    : $"Automation only suggests, so a person gets the issue. {resolution.Summary}",
            Actions = [],
        };

    /// <summary>Where the case is being worked on, and has not ended.</summary>
    public static Disposition UnderWay(Resolution resolution, string? because = null) =>
        new()
        {
            Resolution = resolution,
            Outcome = null,
            Summary = because ?? "It is under way and has not ended.",
            Status = DispositionStatus.UnderWay,
        };

    /// <summary>Where a turn came whose case is not known yet.</summary>
    public static Disposition Waiting(CaseReference reference) =>
        new()
        {
            Resolution = WithoutCase(reference),
            Outcome = null,
            Summary = "The case of this turn is not known yet; the turn waits for it.",
            Status = DispositionStatus.Waiting,
        };

    /// <summary>Where a turn came in a dry run whose case is not known: it is not written down.</summary>
    public static Disposition WouldWait(CaseReference reference) =>
        Waiting(reference) with
        {
            Summary = "The case of this turn is not known. It would be written down to wait for its case; in a dry run it is not.",
            IsJournaled = false,
        };

    /// <summary>What becomes of what a host could not have decided.</summary>
    public static Resolution Unprocessable(Issue issue, string because) =>
        new()
        {
            IssueId = issue.Id,
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.Unprocessable,
            Summary = because,
        };

    /// <summary>What becomes of a case that goes on and on.</summary>
    public static Resolution TooLong(Issue issue, string? team) =>
        new()
        {
            IssueId = issue.Id,
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.TooManyTurns,
            Summary = $"The case has more than {Issue.MaxTurns} turns, so a person gets it.",
            Team = issue.Replies.LastOrDefault(reply => reply.Team is not null)?.Team ?? team,
        };

    /// <summary>What becomes of turns whose case does not come.</summary>
    public static Resolution WithoutCase(CaseReference reference) =>
        new()
        {
            IssueId = reference.IssueId,
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.CaseUnknown,
            Summary = "A turn came of a case that is not known, so a person gets it.",
        };

    /// <summary>With what the person who takes over needs to know, where one does.</summary>
    /// <param name="disposition">What became of the issue.</param>
    /// <param name="decision">What it was decided by; null where only the journal's copy is known.</param>
    public static Disposition Packed(Disposition disposition, Decision? decision) =>
        disposition.Outcome is Outcome.Escalated or Outcome.Routed
            ? disposition with
            {
                Handover = HandoverOf(disposition, decision),
            }
            : disposition;

    /// <summary>What a person needs to know, what was done included.</summary>
    public static Handover HandoverOf(Disposition disposition, Decision? decision)
    {
        var resolution = disposition.Resolution;
        var handover = resolution.Handover ?? decision?.With(resolution).HandOver() ?? Handover.Of(resolution);
        return handover with
        {
            Summary = disposition.Summary,
            Actions = disposition.Actions,
            Team = handover.Team ?? EffectContent.TeamOf(resolution),
        };
    }

    private static string Verb(ActionState fate) =>
        fate switch
        {
            ActionState.WaitsForApproval => "waits for approval",
            ActionState.Withheld => "was withheld",
            ActionState.NeedsPerson => "needs a person",
            ActionState.InDoubt => "is in doubt",
            ActionState.Undone or ActionState.UndoFailed => "was taken back, or should have been",
            ActionState.NotReached => "was not reached",
            _ => "failed",
        };
}
