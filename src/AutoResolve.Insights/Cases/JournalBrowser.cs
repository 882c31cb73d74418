using AutoResolve.Journaling;

namespace AutoResolve.Insights.Cases;

/// <summary>Shows the cases of a journal to people. Changes nothing.</summary>
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
