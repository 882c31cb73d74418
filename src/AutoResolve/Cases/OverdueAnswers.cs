using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>Gives the team what a customer was asked about and has not answered in time.</summary>
internal sealed class OverdueAnswers(CaseReader reader, CaseSessions sessions, PlainVerdict verdict, IRulebookMonitor rulebooks)
{
    /// <returns>False where another host was first, or an answer came.</returns>
    /// <exception cref="JournalException">The journal cannot be used; it is taken up the next time.</exception>
    public async Task<bool> TakeUpAsync(CaseRecord record, CaseKeyring keys, CancellationToken cancellationToken)
    {
        var content = JournalJson.TryReadCase(record) ?? new CaseContent();
        var last = await reader.FindDecisionAsync(content.Decision, cancellationToken).ConfigureAwait(false);
        var key = keys.Current.Deadline(record.Reference, content.Decision ?? "");
        var session = sessions.Begin(record, record.Reference);
        try
        {
            await verdict.CarryOutAsync(session, record, key, last, Overdue(record.Reference, last), keys).ConfigureAwait(false);
            return true;
        }
        catch (CaseLostException)
        {
            return false;
        }
    }

    private Resolution Overdue(CaseReference reference, (JournalEntry Entry, DecisionContent Content)? last)
    {
        var asked = PlainVerdict.Last(reference, last);
        var team = EffectContent.TeamOf(asked);
        var escalates = team is null || (asked.Rule is { } rule && rulebooks.Current.Find(rule.Id)?.Outcome == Outcome.Escalated);
        var goes = escalates ? "escalates" : "goes";
        return asked with
        {
            Outcome = escalates ? Outcome.Escalated : Outcome.Routed,
            Reason = ResolutionReason.DeadlinePassed,
            Summary = team is null
                ? "What was asked was not answered in time, so a person gets it as it is."
                : $"What was asked was not answered in time, so it {goes} to team {team} as it is.",
            Team = team,
        };
    }
}
