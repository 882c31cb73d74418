using System.Runtime.CompilerServices;
using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>What the cases of a journal came to, for whoever learns from them. Writes nothing.</summary>
public static class CaseStories
{
    private static readonly JournalEntryKind[] Kinds =
    [
        JournalEntryKind.Decision,
        JournalEntryKind.Disposition,
        JournalEntryKind.Feedback,
        JournalEntryKind.Turn,
        JournalEntryKind.Event,
    ];

    /// <summary>
    /// Reads the cases one after the other, by tenant and id. Holds one case and a page of the journal's list of cases at a time.
    /// </summary>
    /// <param name="journal">The journal.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public static async IAsyncEnumerable<CaseStory> ReadAsync(
        IJournal journal,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        await foreach (var (reference, team) in ReferencesAsync(journal, cancellationToken).ConfigureAwait(false))
        {
            var teller = new CaseStoryTeller();
            var query = new JournalQuery { Case = reference, Kinds = Kinds };
            await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
                teller.Add(entry);
            yield return teller.ToStory(reference, team);
        }
    }

    private static async IAsyncEnumerable<(CaseReference Case, string? Team)> ReferencesAsync(
        IJournal journal,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var any = false;
        await foreach (var record in journal.ReadCasesAsync(new CaseQuery(), cancellationToken).ConfigureAwait(false))
        {
            any = true;
            yield return (record.Reference, record.Team);
        }

        if (any)
            yield break;

        // A journal of the first schema has no rows of cases. Its hosts served one organisation, so that ids are enough.
        var seen = new HashSet<CaseReference>();
        var query = new JournalQuery { Kinds = [JournalEntryKind.Decision] };
        await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (seen.Add(new CaseReference(entry.Tenant, entry.IssueId)))
                yield return (new CaseReference(entry.Tenant, entry.IssueId), null);
        }
    }
}
