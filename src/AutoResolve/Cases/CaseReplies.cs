using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>What automation has done in a case, as its decisions tell it.</summary>
internal static class CaseReplies
{
    /// <param name="delivery">What was delivered.</param>
    /// <param name="known">What the journal knows of the case; null for a new one.</param>
    /// <param name="last">The last decision; null where there is none.</param>
    /// <param name="keys">The journal's keys.</param>
    public static IReadOnlyList<CaseReply> Of(
        Delivery delivery, KnownCase? known, (JournalEntry Entry, DecisionContent Content)? last, CaseKeyring keys)
    {
        if (last is not var (entry, content))
            return delivery.Issue?.Replies ?? [];
        IReadOnlyList<CaseReply> replies =
            JournalLabel.Read(content.Mode, OperatingMode.Active) == OperatingMode.Active
                ? [.. content.Issue.Replies, Of(entry, content)]
                : content.Issue.Replies; // Where automation only looked on, nothing was said or done.
        return known is not null && IsCorrected(delivery, known, keys) ? [.. replies.Select(WithoutActions)] : replies;
    }

    private static CaseReply Of(JournalEntry entry, DecisionContent content) => new()
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
    };

    // What was done with the values that the issue filled in first may be done with others.
    private static bool IsCorrected(Delivery delivery, KnownCase known, CaseKeyring keys) =>
        delivery.Issue is { } own
        && known.New.Any(turn => turn.Turn is null)
        && CaseParts.AddAny(known.Content, own with { Tried = [] }, [], keys, static _ => true);

    private static CaseReply WithoutActions(CaseReply reply) => reply.Actions.Count == 0 ? reply : reply with { Actions = [] };
}
