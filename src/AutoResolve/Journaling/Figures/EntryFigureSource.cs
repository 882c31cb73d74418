using System.Runtime.CompilerServices;

namespace AutoResolve.Journaling.Figures;

/// <summary>
/// Counts any journal from its entries, one by one: those that figures are made of, from the beginning of the journal to the end of the
/// time, are in memory meanwhile. For journals of a host's own, and the one in memory; a journal in a database counts itself.
/// </summary>
/// <param name="journal">The journal.</param>
public sealed class EntryFigureSource(IJournal journal) : IFigureSource
{
    private static readonly JournalEntryKind[] Kinds =
    [
        JournalEntryKind.Decision,
        JournalEntryKind.Disposition,
        JournalEntryKind.Feedback,
        JournalEntryKind.Turn,
        JournalEntryKind.Event,
    ];

    /// <summary>The journal itself where it counts, else what counts its entries.</summary>
    /// <param name="journal">The journal.</param>
    /// <returns>What counts it.</returns>
    public static IFigureSource Of(IJournal journal) => journal as IFigureSource ?? new EntryFigureSource(journal);

    /// <inheritdoc/>
    public async ValueTask<IssueFigures> CountIssuesAsync(FigureQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var issues = new Dictionary<string, List<FigureEntry>>(StringComparer.Ordinal);
        var unreadable = new List<long>();
        await foreach (var entry in ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (FigureEntry.Of(entry) is not { } read)
                unreadable.Add(entry.Sequence);
            else if (issues.TryGetValue(entry.IssueId, out var known))
                known.Add(read);
            else
                issues.Add(entry.IssueId, [read]);
        }

        var counts = IssueCounter.Count(issues.Values, query);
        return new IssueFigures(counts.Counts)
        {
            Unreadable = unreadable,
            KnownSince = Earlier(await FindFirstAsync(cancellationToken).ConfigureAwait(false), counts.First),
        };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadByCaseAsync(
        FigureQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var entries = new List<JournalEntry>();
        var before = new HashSet<(string Issue, string Tenant)>();
        await foreach (var entry in ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (entry.At >= query.Starts[0])
                entries.Add(entry);
            else if (entry.Kind == JournalEntryKind.Decision)
                before.Add(CaseOf(entry));
        }

        foreach (var issue in entries.Where(entry => !before.Contains(CaseOf(entry))).GroupBy(entry => entry.IssueId))
        {
            foreach (var entry in issue)
                yield return entry;
        }
    }

    private static (string Issue, string Tenant) CaseOf(JournalEntry entry) => (entry.IssueId, entry.Tenant ?? "");

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => other < one || one is null ? other : one;

    private IAsyncEnumerable<JournalEntry> ReadAsync(FigureQuery query, CancellationToken cancellationToken) =>
        journal.ReadAsync(new JournalQuery { Kinds = Kinds, Before = query.ReadUntil }, cancellationToken);

    private async ValueTask<DateTimeOffset?> FindFirstAsync(CancellationToken cancellationToken)
    {
        await foreach (var entry in journal.ReadAsync(new JournalQuery { Limit = 1 }, cancellationToken).ConfigureAwait(false))
            return entry.At;
        return null;
    }
}
