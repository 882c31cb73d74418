using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>Takes note of what happens to cases outside of automation, through the same door as everything about a case.</summary>
internal sealed class CaseEvents(
    OpenedJournal opened,
    CaseReader reader,
    CaseSessions sessions,
    CaseRecovery recovery,
    CaseFlow flow,
    MergedCases merged,
    JoinedCases joined,
    WorkInFlight inFlight,
    PlainVerdict verdict,
    DecisionRecorder decisions,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider,
    ILogger<CaseEvents> logger
)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <exception cref="ArgumentException">The case is not known, or cannot become part of the other one.</exception>
    /// <exception cref="TimeoutException">The case was worked on all the time that a delivery may wait.</exception>
    /// <exception cref="JournalException">The journal cannot be used, and nothing was begun.</exception>
    public async Task<Disposition> ReportAsync(CaseReference reference, CaseEvent happened, CancellationToken cancellationToken)
    {
        var keys = await opened.KeysAsync(cancellationToken).ConfigureAwait(false);
        var started = timeProvider.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // The row first: what is written after it was read is refused where the case has changed since.
            var record = await FindAsync(reference, cancellationToken).ConfigureAwait(false);
            var content = JournalJson.TryReadCase(record) ?? new CaseContent();
            if (await FindHeardAsync(reference, happened, keys, cancellationToken).ConfigureAwait(false) is { } heard)
                return await AgainAsync(record, content, heard, cancellationToken).ConfigureAwait(false);
            if (!await IsAtRestAsync(record, started, keys, cancellationToken).ConfigureAwait(false))
                continue;
            if (
                record.DueFor == CaseDue.Turns
                && await flow.DecideWaitingAsync(reference, keys, cancellationToken).ConfigureAwait(false) > 0
            )
                continue;
            if (await TargetAsync(reference, content, happened.Kind, cancellationToken).ConfigureAwait(false) is { } target)
                return await ReportAsync(target, happened with { Id = MergedCases.IdOf(reference, happened.Id) }, cancellationToken)
                    .ConfigureAwait(false);
            if (happened.Kind == CaseEventKind.Merged)
            {
                var into = await FindMergeAsync(reference, happened.Into!, cancellationToken).ConfigureAwait(false);
                if (
                    !options.CurrentValue.DryRun
                    && !await TryJoinAsync(record, content, into, started, keys, cancellationToken).ConfigureAwait(false)
                )
                    continue;
            }

            if (await TryTakeNoteAsync(record, content, happened, keys, cancellationToken).ConfigureAwait(false) is { } disposition)
                return disposition;
        }
    }

    /// <returns>Null where the case has changed since it was read.</returns>
    private async Task<Disposition?> TryTakeNoteAsync(
        CaseRecord record,
        CaseContent content,
        CaseEvent happened,
        CaseKeyring keys,
        CancellationToken cancellationToken
    )
    {
        var last = await reader.FindDecisionAsync(content.Decision, cancellationToken).ConfigureAwait(false);
        var (after, changed) = CaseChanges.After(record, content, happened, last?.Content);
        if (options.CurrentValue.DryRun)
            return Told(after, last, happened.Kind) with { IsJournaled = false };
        var key = keys.Current.Event(record.Reference, happened.Id);
        cancellationToken.ThrowIfCancellationRequested();
        var session = sessions.Begin(record, record.Reference);
        session.Content = changed;
        session.Add(await EntryAsync(record.Reference, key, happened, keys, cancellationToken).ConfigureAwait(false));
        try
        {
            var disposition =
                happened.Kind == CaseEventKind.Undelivered
                    ? await verdict
                        .CarryOutAsync(
                            session,
                            record,
                            key,
                            last,
                            CaseChanges.CameBack(PlainVerdict.Last(record.Reference, last), changed.Ticket),
                            keys
                        )
                        .WaitAsync(cancellationToken)
                        .ConfigureAwait(false)
                    : await WriteAsync(session, after, last, happened.Kind).ConfigureAwait(false);
            Telemetry.Happened(happened.Kind);
            Log.CaseHappened(logger, LogId.Of(record.Reference.IssueId), happened.Kind);
            return disposition;
        }
        catch (CaseLostException)
        {
            return null;
        }
    }

    private async Task<Disposition> WriteAsync(
        CaseSession session,
        CaseRecord after,
        (JournalEntry Entry, DecisionContent Content)? last,
        CaseEventKind kind
    )
    {
        using var disposing = session;
        if (kind is CaseEventKind.Closed or CaseEventKind.Merged)
            decisions.CloseRequests(session, "closed");
        await session.LeaveAsync(after).ConfigureAwait(false);
        return Told(after, last, kind);
    }

    private async ValueTask<CaseRecord> FindAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        var record = await opened.Journal.FindCaseAsync(reference, cancellationToken).ConfigureAwait(false);
        return record is null or { DueFor: CaseDue.Case }
            ? throw new ArgumentException(
                $"The journal knows no case {reference}. Deliver the issue first; tenant and id must be those that it was delivered with.",
                nameof(reference)
            )
            : record;
    }

    private async ValueTask<JournalEntry?> FindHeardAsync(
        CaseReference reference,
        CaseEvent happened,
        CaseKeyring keys,
        CancellationToken cancellationToken
    )
    {
        var query = new JournalQuery { Keys = [.. keys.All.Select(each => JournalKeys.Event(each.Event(reference, happened.Id)))] };
        await foreach (var entry in opened.Journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
            return entry;
        return null;
    }

    private async ValueTask<Disposition> AgainAsync(
        CaseRecord record,
        CaseContent content,
        JournalEntry heard,
        CancellationToken cancellationToken
    )
    {
        var kind = JournalLabel.Read(heard.Label, CaseEventKind.PersonReplied);
        if (kind == CaseEventKind.Undelivered)
            return await reader
                .DispositionAsync(
                    record.Reference,
                    JournalKeys.Decision(JournalKeys.EventOf(heard.Key!)),
                    DispositionStatus.Duplicate,
                    cancellationToken
                )
                .ConfigureAwait(false);
        var last = await reader.FindDecisionAsync(content.Decision, cancellationToken).ConfigureAwait(false);
        return Told(record, last, kind) with { Status = DispositionStatus.Duplicate, Summary = "The same event was reported before." };
    }

    // What was sent before a merge, and who writes in its thread, is of the case that goes on. What becomes of its ticket is not.
    private async ValueTask<CaseReference?> TargetAsync(
        CaseReference reference,
        CaseContent content,
        CaseEventKind kind,
        CancellationToken cancellationToken
    )
    {
        if (content.MergedInto is null || kind is not (CaseEventKind.Undelivered or CaseEventKind.PersonReplied))
            return null;
        var path = await merged.PathAsync(reference, cancellationToken).ConfigureAwait(false);
        return path[^1] == reference ? null : path[^1];
    }

    /// <returns>False where the case is to be read again: it was worked on, or left behind by a host that ended.</returns>
    private async Task<bool> IsAtRestAsync(CaseRecord record, long started, CaseKeyring keys, CancellationToken cancellationToken)
    {
        if (record.IsLeased)
        {
            if (timeProvider.GetElapsedTime(started) >= options.CurrentValue.MaxWait)
                throw new TimeoutException("The case is being worked on, and that has not ended in time. Try again.");
            await inFlight.WaitForAsync(record.Reference, Poll, cancellationToken).ConfigureAwait(false);
            return false;
        }

        if (record is not { Owner: CaseOwner.Automation, Due: null })
            return true;
        await recovery.TakeUpAsync(record, keys).WaitAsync(cancellationToken).ConfigureAwait(false);
        return false;
    }

    private async Task<bool> TryJoinAsync(
        CaseRecord record,
        CaseContent content,
        CaseRecord into,
        long started,
        CaseKeyring keys,
        CancellationToken cancellationToken
    )
    {
        if (!await IsAtRestAsync(into, started, keys, cancellationToken).ConfigureAwait(false))
            return false;
        var last = await reader.FindDecisionAsync(content.Decision, cancellationToken).ConfigureAwait(false);
        return await joined.TryBringAsync(record, content, last, into, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>The case that goes on: the other one, or the one that it is part of itself.</returns>
    private async ValueTask<CaseRecord> FindMergeAsync(CaseReference reference, CaseReference into, CancellationToken cancellationToken)
    {
        await FindAsync(into, cancellationToken).ConfigureAwait(false);
        var path = await merged.PathAsync(into, cancellationToken).ConfigureAwait(false);
        if (path.Contains(reference))
            throw new ArgumentException(
                $"The case {into} is part of {reference} already, so it cannot be the other way round. Report that one as reopened first.",
                nameof(into)
            );
        return await FindAsync(path[^1], cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<JournalEntry> EntryAsync(
        CaseReference reference,
        string key,
        CaseEvent happened,
        CaseKeyring keys,
        CancellationToken cancellationToken
    ) =>
        new()
        {
            At = timeProvider.GetUtcNow(),
            Kind = JournalEntryKind.Event,
            Key = JournalKeys.Event(key),
            Label = JournalLabel.Of(happened.Kind),
            Content = JournalJson.Write(
                new EventContent
                {
                    Team = happened.Kind == CaseEventKind.Reassigned ? happened.Team!.Trim() : null,
                    Into = happened.Kind == CaseEventKind.Merged ? happened.Into!.IssueId : null,
                    MessageKey = await FindMessageAsync(reference, happened.MessageKey, cancellationToken).ConfigureAwait(false),
                    At = happened.At,
                }
            ),
        };

    // Whatever else a host takes for a key may tell who the message was for.
    private async ValueTask<string?> FindMessageAsync(CaseReference reference, string? key, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(key))
            return null;
        var query = new JournalQuery { Case = reference, Keys = [JournalKeys.Intent(key)] };
        await foreach (var _ in opened.Journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
            return key;
        return null;
    }

    private static Disposition Told(CaseRecord record, (JournalEntry Entry, DecisionContent Content)? last, CaseEventKind kind)
    {
        var outcome = record.Owner switch
        {
            CaseOwner.Customer => Outcome.Asked,
            CaseOwner.Team when record.Team is not null => Outcome.Routed,
            CaseOwner.Team => Outcome.Escalated,
            _ => Outcome.Closed,
        };
        return new Disposition
        {
            Resolution = last is var (entry, content)
                ? DecisionRecorder.Resolution(entry, content)
                : PlainVerdict.Last(record.Reference, null),
            Outcome = outcome,
            Summary = CaseChanges.Tell(kind, record.Team),
        };
    }
}
