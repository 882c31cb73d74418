using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>What automation has done in a case, as its decisions tell it.</summary>
internal static class CaseReplies
{
    /// <summary>What was done. Where the issue was corrected, no actions stand in it: those with other values are others.</summary>
    /// <param name="delivery">What was delivered.</param>
    /// <param name="known">What the journal knows of the case; null for a new one.</param>
    /// <param name="last">The last decision; null where there is none.</param>
    /// <param name="keys">The journal's keys.</param>
    public static IReadOnlyList<CaseReply> Of(
        Delivery delivery,
        KnownCase? known,
        (JournalEntry Entry, DecisionContent Content)? last,
        CaseKeyring keys
    )
    {
        var replies = All(known?.Content, last, delivery.Issue?.Replies ?? []);
        return IsCorrected(delivery, known, last, keys) ? [.. replies.Select(WithoutActions)] : replies;
    }

    /// <param name="known">What the row of the case holds; null for a new case.</param>
    /// <param name="last">The last decision; null where there is none.</param>
    /// <param name="told">What is told of a case of which nothing was decided yet.</param>
    public static IReadOnlyList<CaseReply> All(
        CaseContent? known,
        (JournalEntry Entry, DecisionContent Content)? last,
        IReadOnlyList<CaseReply> told
    )
    {
        var brought = known?.Brought ?? [];
        if (last is not var (entry, content))
            return [.. told, .. brought];

        // Where automation only looked on, nothing was said or done.
        var isActive = JournalLabel.Read(content.Mode, OperatingMode.Active) == OperatingMode.Active;
        IReadOnlyList<CaseReply> own = isActive ? [Of(entry, content, known?.Fates ?? CaseContent.NoFates)] : [];
        return [.. content.Issue.Replies, .. brought, .. own];
    }

    // What was not sent was not said, asked or offered.
    private static CaseReply Of(JournalEntry entry, DecisionContent content, IReadOnlyDictionary<string, string> fates)
    {
        var isAnswered = IsSent(BuiltInHandlers.Reply);
        return new CaseReply
        {
            Turn = content.Issue.Turns.Count > 0 ? content.Issue.Turns[^1].Id : null,
            Rule = entry.RuleId,
            Outcome = fates.Count > 0 ? Outcome.Escalated : JournalLabel.Read(entry.Label, Outcome.Escalated),
            Team = content.Team ?? content.Owner,
            HasAnswer = isAnswered && content.Answer is { Text.Length: > 0 },
            Steps = isAnswered ? [.. content.Answer?.Steps.Select(step => step.Id) ?? []] : [],
            Questions = IsSent(BuiltInHandlers.Ask) ? [.. content.Questions.Select(question => question.Id)] : [],
            Actions =
            [
                .. content
                    .Actions.Where(action => !OutcomeDelivery.Delivers(action.Handler) && IsBegun(action))
                    .Select(action => action.Handler),
            ],
            At = entry.At,
        };

        // Where nothing of the journal's sends it, the host does, unless a person got it instead.
        bool IsSent(string handler) =>
            content.Actions.FirstOrDefault(action => action.Handler == handler) is { } sending
                ? !fates.ContainsKey(sending.Key)
                : fates.Count == 0;

        // What failed, or may have been done, is not tried a second time.
        bool IsBegun(ActionRecord action) =>
            !fates.TryGetValue(action.Key, out var fate)
            || JournalLabel.Read(fate, ActionState.InDoubt)
                is ActionState.Failed
                    or ActionState.NeedsPerson
                    or ActionState.InDoubt
                    or ActionState.UndoFailed;
    }

    /// <summary>Whether an issue that is known fills in anything anew.</summary>
    /// <remarks>What was done with the values that it filled in first may be done with others; the journal masks what they were.</remarks>
    public static bool IsCorrected(
        Delivery delivery,
        KnownCase? known,
        (JournalEntry Entry, DecisionContent Content)? last,
        CaseKeyring keys
    ) =>
        last is not null
        && delivery.Issue is { } own
        && known?.New.Any(turn => turn.Turn is null) == true
        && CaseParts.AddAny(known.Content, own with { Tried = [] }, [], keys, static _ => true);

    private static CaseReply WithoutActions(CaseReply reply) => reply.Actions.Count == 0 ? reply : reply with { Actions = [] };
}
