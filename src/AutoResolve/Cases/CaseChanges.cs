using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>What becomes of a case by what happens outside of automation.</summary>
internal static class CaseChanges
{
    /// <param name="record">The row.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="last">The last decision; null where it cannot be read.</param>
    public static (CaseRecord Record, CaseContent Content) After(
        CaseRecord record,
        CaseContent content,
        CaseEvent happened,
        DecisionContent? last
    )
    {
        var ticket = content.Ticket ?? content.ClosedTicket;
        var team = TeamOf(record, content, last);
        return happened.Kind switch
        {
            CaseEventKind.Closed => (Ended(record), content with { Ticket = null, ClosedTicket = ticket }),
            CaseEventKind.Merged => (
                Ended(record),
                content with
                {
                    Ticket = null,
                    ClosedTicket = ticket,
                    MergedInto = happened.Into!.IssueId,
                }
            ),
            CaseEventKind.Reopened => (Taken(record, team), content with { Ticket = ticket, ClosedTicket = null, MergedInto = null }),
            CaseEventKind.Reassigned when happened.Team!.Trim() is var assigned => (
                Taken(record, assigned),
                content with
                {
                    Ticket = (ticket ?? new CaseTicket(false, assigned)) with { Team = assigned, IsAssigned = true },
                    ClosedTicket = null,
                }
            ),
            CaseEventKind.PersonReplied => (Taken(record, team), content with { HasPerson = true }),
            _ => (record, content),
        };
    }

    /// <summary>A team or a person has it, and nobody waits for the customer any more.</summary>
    public static CaseRecord Taken(CaseRecord record, string? team) =>
        (record.DueFor == CaseDue.Answer ? WithoutDue(record) : record) with
        {
            Owner = CaseOwner.Team,
            Team = team,
        };

    /// <summary>The team that has or had a case; null where none is known.</summary>
    public static string? TeamOf(CaseRecord record, CaseContent content, DecisionContent? last) =>
        content.Ticket?.Team ?? content.ClosedTicket?.Team ?? record.Team ?? last?.Team ?? last?.Owner;

    /// <summary>The verdict on a case whose message came back.</summary>
    /// <param name="last">What was decided last.</param>
    /// <param name="ticket">The ticket that is open.</param>
    public static Resolution CameBack(Resolution last, CaseTicket? ticket) =>
        last with
        {
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.Undelivered,
            Summary = $"A message to the customer could not be delivered{(ticket is null ? ", so a person gets it" : "")}.",
            Team = ticket?.Team ?? last.Team,
        };

    /// <summary>What became of a case, in a sentence for staff.</summary>
    public static string Tell(CaseEventKind kind, string? team) =>
        kind switch
        {
            CaseEventKind.Closed => "A team has closed the case.",
            CaseEventKind.Merged => "The case is part of another one, which gets what is still said in it.",
            CaseEventKind.Reopened => team is null ? "The case is open again." : $"The case is open again, and team {team} has it.",
            CaseEventKind.Reassigned => $"Team {team} has the case now.",
            CaseEventKind.PersonReplied => "A person has written to the customer, so automation says nothing more.",
            _ => "A message to the customer could not be delivered.",
        };

    private static CaseRecord Ended(CaseRecord record) =>
        (record.DueFor == CaseDue.Turns ? record : WithoutDue(record)) with
        {
            Owner = CaseOwner.Nobody,
            Team = null,
        };

    private static CaseRecord WithoutDue(CaseRecord record) => record with { Due = null, DueFor = null, Calendar = null };
}
