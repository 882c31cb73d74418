using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>
/// Brings what must not be forgotten of a case to the one that it becomes part of: that a guard or a person has it, and what automation has
/// said and done in it.
/// </summary>
internal sealed class JoinedCases(CaseReader reader, CaseSessions sessions)
{
    /// <param name="from">The case that becomes part of another.</param>
    /// <param name="content">What its row holds.</param>
    /// <param name="last">Its last decision; null where it cannot be read.</param>
    /// <param name="into">The other case, on which no host works.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where the other case has changed since it was read.</returns>
    /// <remarks>Written before it is written that the case is part of the other: where a host dies between, the other case is only more
    /// careful than it need be.</remarks>
    public async Task<bool> TryBringAsync(
        CaseRecord from,
        CaseContent content,
        (JournalEntry Entry, DecisionContent Content)? last,
        CaseRecord into,
        CancellationToken cancellationToken
    )
    {
        var other = JournalJson.TryReadCase(into) ?? new CaseContent();
        var newest = await reader.FindDecisionAsync(other.Decision, cancellationToken).ConfigureAwait(false);

        // All that the other case has heard came before, as far as it is about what was brought.
        var turn = newest?.Content.Issue.Turns is [.., var heard] ? heard.Id : null;
        var there = CaseReplies.All(other, newest, []).Select(WithoutTurn).ToHashSet();
        var brought = CaseReplies.All(content, last, []).Where(reply => !there.Contains(WithoutTurn(reply))).ToList();
        var held = Held(from, content, last?.Content, into, other);
        if (brought.Count == 0 && (other.HasPerson || !content.HasPerson) && held == into)
            return true;
        var session = sessions.Begin(into, into.Reference);
        session.Content = other with
        {
            Brought = [.. other.Brought, .. brought.Select(reply => reply with { Turn = turn })],
            HasPerson = other.HasPerson || content.HasPerson,
        };
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using (session)
                await session.LeaveAsync(held).ConfigureAwait(false);
            return true;
        }
        catch (CaseLostException)
        {
            return false;
        }
    }

    private static CaseRecord Held(CaseRecord from, CaseContent content, DecisionContent? last, CaseRecord into, CaseContent other)
    {
        var isGuards = IsGuarded(content, last) && !IsGuarded(other, null);
        return from.Owner == CaseOwner.Team && (isGuards || (content.HasPerson && into.Owner != CaseOwner.Team))
            ? CaseChanges.Taken(into, CaseChanges.TeamOf(from, content, last))
            : into;
    }

    private static CaseReply WithoutTurn(CaseReply reply) => reply with { Turn = null };

    // A host without a ticket system has no ticket that says so.
    private static bool IsGuarded(CaseContent content, DecisionContent? last) =>
        content.Ticket is { IsGuarded: true }
        || (last is not null && JournalLabel.Read(last.Reason, ResolutionReason.Unexpected) == ResolutionReason.Guarded);
}
