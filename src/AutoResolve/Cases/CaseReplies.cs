using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>What automation has done in a case, as its decisions tell it.</summary>
internal static class CaseReplies
{
    /// <param name="told">What whoever delivered the case tells of it.</param>
    /// <param name="kept">What the last decision knew of it; null where nothing was decided.</param>
    /// <param name="last">What the last decision did itself; null where it does not count.</param>
    public static IReadOnlyList<CaseReply> After(IReadOnlyList<CaseReply> told, DecisionContent? kept, CaseReply? last) =>
        kept is null ? told : last is null ? kept.Issue.Replies : [.. kept.Issue.Replies, last];

    /// <summary>What a decision did; null where automation only looked on.</summary>
    public static CaseReply? Of((JournalEntry Entry, DecisionContent Content)? decision) =>
        decision is var (entry, content) && JournalLabel.Read(content.Mode, OperatingMode.Active) == OperatingMode.Active
            ? new CaseReply
            {
                Turn = content.Issue.Turns.Count > 0 ? content.Issue.Turns[^1].Id : null,
                Rule = entry.RuleId,
                Outcome = JournalLabel.Read(entry.Label, Outcome.Escalated),
                Team = content.Team ?? content.Owner,
                HasAnswer = content.Answer is { Text.Length: > 0 },
                Steps = [.. content.Answer?.Steps.Select(step => step.Id) ?? []],
                Questions = [.. content.Questions.Select(question => question.Id)],
                Actions = [.. content.Actions.Select(action => action.Handler).Where(handler => !OutcomeDelivery.Delivers(handler))],
                At = entry.At,
            }
            : null;
}
