using System.Runtime.CompilerServices;
using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>Shows a journal to people: its cases, its entries, what is unfinished. Writes nothing.</summary>
public static class JournalBrowser
{
    /// <summary>Lists cases. Keeps the summaries of at most twice <see cref="CaseFilter.Limit"/>.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="filter">Which.</param>
    /// <param name="now">The time from which ages are counted.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public static async Task<CaseListing> ListCasesAsync(
        IJournal journal,
        CaseFilter filter,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(filter);
        var found = new List<CaseSummary>();
        var count = 0;
        await foreach (var record in journal.ReadCasesAsync(QueryOf(filter, now), cancellationToken).ConfigureAwait(false))
        {
            if (filter.Stage is { } stage && Stages.Of(record) != stage)
                continue;
            var summary = await CaseSummaries.ReadAsync(journal, record, now, cancellationToken).ConfigureAwait(false);
            if (filter.MinAge is { } age && !(summary.Since <= now - age))
                continue;
            count++;
            found.Add(summary);
            if (found.Count >= 2L * filter.Limit + 1)
                found = First(found, filter);
        }

        return new CaseListing(First(found, filter), count);
    }

    /// <summary>Finds the cases of an issue id, one for each organisation that has one.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="issueId">The id of the issue.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public static async Task<IReadOnlyList<CaseReference>> FindCasesAsync(
        IJournal journal,
        string issueId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentException.ThrowIfNullOrEmpty(issueId);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var entry in journal.ReadAsync(new JournalQuery { IssueId = issueId }, cancellationToken).ConfigureAwait(false))
            found.Add(entry.Tenant ?? "");
        return [.. found.Select(tenant => new CaseReference(tenant, issueId))];
    }

    /// <summary>Reads a case as a conversation.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="reference">The case.</param>
    /// <param name="now">The time by which it is overdue or not.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where the journal knows nothing of it.</returns>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public static async Task<CaseConversation?> ReadCaseAsync(
        IJournal journal,
        CaseReference reference,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(reference);
        var record = await journal.FindCaseAsync(reference, cancellationToken).ConfigureAwait(false);
        var teller = new ConversationTeller();
        await foreach (var entry in journal.ReadAsync(new JournalQuery { Case = reference }, cancellationToken).ConfigureAwait(false))
            teller.Add(entry);
        if (record is null && teller.Moments.Count == 0)
            return null;

        // A journal of the first schema has no rows of cases, and nothing that waits in them.
        record ??= new CaseRecord { Reference = reference, Owner = CaseOwner.Nobody };
        return new CaseConversation(
            await CaseSummaries.ReadAsync(journal, record, now, cancellationToken).ConfigureAwait(false),
            teller.Moments
        );
    }

    /// <summary>Reads all that a journal keeps of a case, as people may ask for by law: masked as it was written.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="reference">The case.</param>
    /// <param name="now">The time by which it is overdue or not.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null where the journal knows nothing of it.</returns>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public static async Task<CaseExport?> ExportCaseAsync(
        IJournal journal,
        CaseReference reference,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        if (await ReadCaseAsync(journal, reference, now, cancellationToken).ConfigureAwait(false) is not { } conversation)
            return null;
        var record = await journal.FindCaseAsync(reference, cancellationToken).ConfigureAwait(false);
        List<JournalEntry> entries = [];
        await foreach (var entry in journal.ReadAsync(new JournalQuery { Case = reference }, cancellationToken).ConfigureAwait(false))
            entries.Add(entry);
        return new CaseExport(conversation, record, entries);
    }

    /// <summary>
    /// Reads entries with the newest last, also where only the newest are asked for (<see cref="JournalQuery.NewestFirst"/>), which are
    /// kept in memory then.
    /// </summary>
    /// <param name="journal">The journal.</param>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public static async IAsyncEnumerable<JournalEntry> ReadEntriesAsync(
        IJournal journal,
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(query);
        if (!query.NewestFirst)
        {
            await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
                yield return entry;
            yield break;
        }

        var newest = new Stack<JournalEntry>();
        await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
            newest.Push(entry);
        foreach (var entry in newest)
            yield return entry;
    }

    /// <summary>Finds what was begun and is not finished: open entries, then cases of which turns wait, then cases whose time has
    /// passed.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="now">The time by which a case is overdue or not.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public static async IAsyncEnumerable<UnfinishedWork> FindUnfinishedAsync(
        IJournal journal,
        DateTimeOffset now,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        await foreach (var entry in journal.ReadAsync(new JournalQuery { Unfinished = true }, cancellationToken).ConfigureAwait(false))
            yield return new UnfinishedEntry(entry);
        var waiting = new CaseQuery { Owner = CaseOwner.Automation };
        await foreach (var record in journal.ReadCasesAsync(waiting, cancellationToken).ConfigureAwait(false))
        {
            if (record is { Due: { } due, DueFor: CaseDue.Case or CaseDue.Turns })
                yield return new WaitingTurns(record, due, record.DueFor == CaseDue.Turns);
        }

        await foreach (var record in journal.ReadCasesAsync(new CaseQuery { DueUntil = now }, cancellationToken).ConfigureAwait(false))
        {
            if (record is { Due: { } due, DueFor: not (CaseDue.Case or CaseDue.Turns or CaseDue.Approval) })
                yield return new OverdueCase(record, due);
        }
    }

    private static CaseQuery QueryOf(CaseFilter filter, DateTimeOffset now) =>
        new()
        {
            IsOpen = filter.Stage is null or CaseStage.Approval && filter.Team is null,
            Owner = filter.Team is not null
                ? CaseOwner.Team
                : filter.Stage switch
                {
                    CaseStage.UnderWay or CaseStage.Turns => CaseOwner.Automation,
                    CaseStage.Customer => CaseOwner.Customer,
                    CaseStage.Team => CaseOwner.Team,
                    CaseStage.Closed => CaseOwner.Nobody,
                    _ => null,
                },
            Team = filter.Team,
            Tenant = filter.Tenant,
            DueUntil = filter.IsOverdue ? now : null,
        };

    private static List<CaseSummary> First(IEnumerable<CaseSummary> found, CaseFilter filter) =>
        [
            .. found
                .OrderBy(summary => (filter.Order == CaseOrder.Due ? summary.Due : summary.Since) ?? DateTimeOffset.MaxValue)
                .ThenBy(summary => summary.Case.Tenant, StringComparer.Ordinal)
                .ThenBy(summary => summary.Case.IssueId, StringComparer.Ordinal)
                .Take(filter.Limit),
        ];
}
