using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.PlugIns;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Cases;

/// <summary>
/// Takes up cases that no host works on any more: what was begun and is idempotent is run again with the same key, what was not begun is
/// begun, all else goes to a person with what is known.
/// </summary>
internal sealed class CaseRecovery(
    OpenedJournal opened,
    CaseReader reader,
    CaseSessions sessions,
    WorkInFlight inFlight,
    ActionRunner runner,
    CaseFinisher finisher,
    DecisionRecorder decisions,
    KillSwitch stops,
    Demotions demotions,
    TimeProvider timeProvider,
    ILogger<CaseRecovery> logger
)
{
    // A ticket system that is slow must not make one orphan wait for all others.
    private const int AtOnce = 8;

    /// <returns>How many cases were taken up.</returns>
    /// <exception cref="JournalException">The journal cannot be used; what was not taken up is taken up the next time.</exception>
    public async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        var keys = await opened.KeysAsync(cancellationToken).ConfigureAwait(false);
        await stops.RefreshAsync(cancellationToken).ConfigureAwait(false);
        await demotions.RefreshAsync(cancellationToken).ConfigureAwait(false);
        List<CaseRecord> orphans = [];
        await foreach (
            var record in opened.Journal.ReadCasesAsync(new CaseQuery { IsLapsed = true }, cancellationToken).ConfigureAwait(false)
        )
            orphans.Add(record);
        return await EachAsync(orphans, record => TakeUpAsync(record, keys), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes cases up, several at once.</summary>
    /// <returns>How many were.</returns>
    public async Task<int> EachAsync(
        IEnumerable<CaseRecord> records,
        Func<CaseRecord, Task<bool>> takeUp,
        CancellationToken cancellationToken
    )
    {
        var count = 0;
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel
            .ForEachAsync(records, limits, async (record, _) =>
            {
                if (await TryAsync(record, () => takeUp(record)).ConfigureAwait(false))
                    Interlocked.Increment(ref count);
            })
            .ConfigureAwait(false);
        return count;
    }

    /// <summary>Takes one case up, so that what is wrong with it keeps no other from being taken up.</summary>
    private async Task<bool> TryAsync(CaseRecord record, Func<Task<bool>> takeUp)
    {
        try
        {
            return await takeUp().ConfigureAwait(false);
        }
        catch (HostEndedException)
        {
            return false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.CaseNotTakenUp(logger, LogId.Of(record.Reference.IssueId), exception);
            return false;
        }
    }

    /// <summary>Takes one case up.</summary>
    /// <returns>False where another host was first.</returns>
    /// <exception cref="JournalException">The journal cannot be used.</exception>
    public Task<bool> TakeUpAsync(CaseRecord record, CaseKeyring keys) =>
        inFlight.Run(record.Reference, () => TakeUpNowAsync(record, keys));

    private async Task<bool> TakeUpNowAsync(CaseRecord record, CaseKeyring keys)
    {
        using var session = sessions.Begin(record, record.Reference);
        if (!await session.TryTakeUpAsync().ConfigureAwait(false))
            return false;
        Telemetry.TookOver();
        try
        {
            await RecoverAsync(session, keys).ConfigureAwait(false);
            return true;
        }
        catch (CaseLostException)
        {
            Log.CaseLost(logger, LogId.Of(record.Reference.IssueId));
            return false;
        }
    }

    private async Task RecoverAsync(CaseSession session, CaseKeyring keys)
    {
        var entries = await reader.EntriesAsync(session.Reference, CancellationToken.None).ConfigureAwait(false);
        var closed = entries.Select(entry => entry.Closes).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var open = entries
            .Where(entry => entry is { IsOpen: true, Kind: not JournalEntryKind.ApprovalRequest } && !closed.Contains(entry.Key ?? ""))
            .ToList();
        if (open.Find(entry => !IsReadable(entry)) is { } unreadable)
        {
            await HandOverAsync(session, open, unreadable, keys).ConfigureAwait(false);
            return;
        }

        if (session.Content.Decision is null && open.Count == 0)
        {
            await HandOverTurnsAsync(session, entries, keys).ConfigureAwait(false);
            return;
        }

        // An approved action is begun though its decision is closed.
        var unfinished = open.Select(entry =>
                entry.Kind == JournalEntryKind.Decision ? entry.Key! : JournalJson.Read<ActionContent>(entry).Decision
            )
            .ToHashSet(StringComparer.Ordinal);
        var left = entries.Where(entry => entry.Kind == JournalEntryKind.Decision && unfinished.Contains(entry.Key!)).ToList();
        if (left.Count == 0)
        {
            await HandOverAsync(session, open, open.FirstOrDefault() ?? entries[^1], keys).ConfigureAwait(false);
            return;
        }

        // The case is let go with the last of them.
        foreach (var decision in left)
        {
            List<JournalEntry> begun = [.. open.Where(entry => DecisionOf(entry) == decision.Key)];
            if (!await RecoverAsync(session, decision, begun, entries, keys, isLast: decision == left[^1]).ConfigureAwait(false))
                return;
        }
    }

    /// <returns>False where it has not ended, and the case is to be taken up again.</returns>
    private async Task<bool> RecoverAsync(
        CaseSession session,
        JournalEntry decision,
        List<JournalEntry> open,
        IReadOnlyList<JournalEntry> entries,
        CaseKeyring keys,
        bool isLast
    )
    {
        var content = JournalJson.Read<DecisionContent>(decision);
        if (CaseReader.Unheard(entries, decision, content).Any(turn => turn.Waits))
            session.Next = (timeProvider.GetUtcNow(), CaseDue.Turns);
        var approvals = open.Where(entry => entry.Kind == JournalEntryKind.Approval).ToList();
        var run = DecisionRecorder.Kept(decision, content, entries, keys) with
        {
            Approved = approvals.Select(entry => JournalJson.Read<ActionContent>(entry).Key).ToHashSet(StringComparer.Ordinal),
        };
        var mode = JournalLabel.Read(content.Mode, OperatingMode.Active);
        var disposition = await CarryOutAsync(session, run, mode).ConfigureAwait(false);
        if (disposition.Outcome == Outcome.Escalated && run.Resolution.Outcome != Outcome.Escalated)
            disposition = disposition with { Summary = $"After a restart: {disposition.Summary}" };
        List<string> closes = [.. approvals.Select(entry => entry.Key!)];
        if (open.Exists(entry => entry.Key == decision.Key))
            closes.Add(decision.Key!);
        var ended = await finisher.FinishAsync(session, run, disposition, mode, closes, isLast).ConfigureAwait(false);
        return ended.Status != DispositionStatus.UnderWay;
    }

    private async Task<Disposition> CarryOutAsync(CaseSession session, ActionRun run, OperatingMode mode)
    {
        if (mode != OperatingMode.Active)
            return Dispositions.Held(run.Resolution, mode);
        if (run.Resolution.Actions.Count > 0)
            return Dispositions.Of(run.Resolution, await runner.RunAsync(session, run).ConfigureAwait(false));
        return new Disposition
        {
            Resolution = run.Resolution,
            Outcome = run.Resolution.Outcome,
            Summary = run.Resolution.Summary,
        };
    }

    private static string DecisionOf(JournalEntry entry) =>
        entry.Kind == JournalEntryKind.Decision ? entry.Key! : JournalJson.Read<ActionContent>(entry).Decision;

    private static bool IsReadable(JournalEntry entry) =>
        entry.Kind == JournalEntryKind.Decision
            ? JournalJson.TryRead<DecisionContent>(entry) is not null
            : JournalJson.TryRead<ActionContent>(entry) is not null;

    /// <summary>What is damaged, or was written by another version, must not keep the host from starting, nor be forgotten.</summary>
    private async Task HandOverAsync(CaseSession session, List<JournalEntry> open, JournalEntry unreadable, CaseKeyring keys)
    {
        const string Summary =
            "After a restart: what the journal holds about it cannot be read, so what was done is not known and a person gets it.";
        Log.NotReadable(logger, LogId.Of(session.Reference.IssueId), unreadable.Sequence);
        var resolution = new Resolution
        {
            IssueId = session.Reference.IssueId,
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.Unexpected,
            Summary = Summary,
            RulebookRevision = "",
        };
        var run = new ActionRun
        {
            Issue = new Issue { Id = session.Reference.IssueId, Tenant = session.Reference.Tenant },
            Resolution = resolution,
            Turn = keys.Current.Turn(session.Reference, $"unreadable {unreadable.Sequence}"),
            Keys = keys,
        };
        var disposition = new Disposition
        {
            Resolution = resolution,
            Outcome = Outcome.Escalated,
            Summary = Summary,
        };
        await finisher
            .FinishAsync(session, run, disposition, OperatingMode.Active, [.. open.Select(entry => entry.Key).OfType<string>()])
            .ConfigureAwait(false);
    }

    /// <summary>Turns whose case has not come: a person gets them.</summary>
    private async Task HandOverTurnsAsync(CaseSession session, IReadOnlyList<JournalEntry> entries, CaseKeyring keys)
    {
        var waiting = CaseReader.Unheard(entries, null, null);
        var last = entries.LastOrDefault(entry => entry.Kind == JournalEntryKind.Turn);
        var resolution = Dispositions.WithoutCase(session.Reference);
        IReadOnlyList<Turn> turns = [.. waiting.Select(each => each.Turn)];
        var run = new ActionRun
        {
            Issue = new Issue
            {
                Id = session.Reference.IssueId,
                Tenant = session.Reference.Tenant,
                Turns = turns,
            },
            Resolution = resolution,
            Turn = keys.Current.Turn(session.Reference, $"waiting {last?.Sequence}"),
            Keys = keys,
            NewTurns = turns,
        };
        session.Content = session.Content with { Decision = run.DecisionKey };
        session.Add(decisions.Entry(run, resolution, isOpen: true));
        var disposition = new Disposition
        {
            Resolution = resolution,
            Outcome = Outcome.Escalated,
            Summary = resolution.Summary,
        };
        await finisher.FinishAsync(session, run, disposition, OperatingMode.Active, [run.DecisionKey]).ConfigureAwait(false);
    }
}
