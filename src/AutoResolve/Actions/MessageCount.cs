using AutoResolve.Journaling;

namespace AutoResolve.Actions;

/// <summary>Counts what automation writes to people, so that nobody is written to too often, whatever hosts do it.</summary>
/// <remarks>Before the first message of a turn an entry is written, with its intent; then those before it are counted. So of two hosts that
/// write to one person at once, the one whose entry came later does not. What was not sent in the end counts as well where it was begun.
/// </remarks>
internal sealed class MessageCount(IJournal journal, TimeProvider timeProvider)
{
    public static readonly TimeSpan Window = TimeSpan.FromDays(1);

    /// <summary>Whether an action writes to whoever has written.</summary>
    public static bool IsMessage(PlannedAction action) => action.Handler is BuiltInHandlers.Reply or BuiltInHandlers.Ask;

    /// <summary>Whether somebody has been written to as often as may be.</summary>
    public async ValueTask<bool> IsUsedUpAsync(QuotaRecord quota, CancellationToken cancellationToken)
    {
        if (quota.Max == 0)
            return true;
        foreach (var counter in quota.Counters)
        {
            if (await HasAsManyAsync(counter, quota.Max, null, cancellationToken).ConfigureAwait(false))
                return true;
        }

        return false;
    }

    /// <summary>Counts what is written for a turn, once, with the entries that are written next.</summary>
    /// <returns>False where it is counted already, or need not be.</returns>
    public bool TryCount(CaseSession session, ActionRun run, PlannedAction action)
    {
        if (run.Quota is not { } quota || !IsMessage(action) || run.Prior.Has(KeyOf(run, 0)) || session.Has(KeyOf(run, 0)))
            return false;
        for (var place = 0; place < quota.Counters.Count; place++)
        {
            session.Add(
                new JournalEntry
                {
                    At = timeProvider.GetUtcNow(),
                    Kind = JournalEntryKind.Message,
                    Key = KeyOf(run, place),
                    Group = quota.Counters[place][0],
                    RuleId = run.Resolution.Rule?.Id,
                    RuleVersion = run.Resolution.Rule?.Version,
                    Label = "begun",
                }
            );
        }

        return true;
    }

    /// <summary>Whether what was counted is one too many.</summary>
    public async ValueTask<bool> IsOneTooManyAsync(ActionRun run, CancellationToken cancellationToken)
    {
        for (var place = 0; place < run.Quota!.Counters.Count; place++)
        {
            if (await HasAsManyAsync(run.Quota.Counters[place], run.Quota.Max, KeyOf(run, place), cancellationToken).ConfigureAwait(false))
                return true;
        }

        return false;
    }

    private static string KeyOf(ActionRun run, int place) => JournalKeys.Message(run.Turn, place);

    private async ValueTask<bool> HasAsManyAsync(
        IReadOnlyList<string> counter,
        int max,
        string? before,
        CancellationToken cancellationToken
    )
    {
        var query = new JournalQuery
        {
            Kinds = [JournalEntryKind.Message],
            Groups = counter,
            From = timeProvider.GetUtcNow() - Window,
            Limit = max,
        };
        var count = 0;
        await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Key == before)
                return false;
            count++;
        }

        return count >= max;
    }
}
