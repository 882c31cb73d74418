using System.Runtime.CompilerServices;
using AutoResolve.Journaling;
using AutoResolve.Privacy;

namespace AutoResolve.Insights.History;

/// <summary>
/// Reads the cases of a journal as past issues, one after the other, by tenant and id: what was said, as the journal keeps it, and what
/// became of it. Holds one case and a page of the journal's list of cases at a time, and changes nothing. Reads once.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="redactor">Masks once more what the journal keeps. Default: by the forms of personal data that are the same everywhere;
/// the redactor of a rulebook knows those of its customers.</param>
public sealed class JournalCases(IJournal journal, IRedactor? redactor = null)
{
    private static readonly JournalEntryKind[] Kinds =
    [
        JournalEntryKind.Decision,
        JournalEntryKind.Disposition,
        JournalEntryKind.Feedback,
        JournalEntryKind.Turn,
        JournalEntryKind.Event,
    ];

    private readonly IJournal _journal = journal ?? throw new ArgumentNullException(nameof(journal));

    private readonly IRedactor _redactor = redactor ?? new PersonalDataRedactor();

    /// <summary>What the cases lack, so far as they have been read.</summary>
    public JournalGaps Gaps { get; } = new();

    /// <summary>Reads the cases.</summary>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public async IAsyncEnumerable<PastIssue> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var reference in ReferencesAsync(cancellationToken).ConfigureAwait(false))
        {
            Gaps.Cases++;
            var story = new CaseStory(reference.Case, _redactor);
            var query = new JournalQuery { Case = reference.Case, Kinds = Kinds };
            await foreach (var entry in _journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
                story.Add(entry);
            if (story.ToIssue(Gaps.Cases, reference.Team, Gaps) is { } issue)
                yield return issue;
        }
    }

    private async IAsyncEnumerable<(CaseReference Case, string? Team)> ReferencesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var any = false;
        await foreach (var record in _journal.ReadCasesAsync(new CaseQuery(), cancellationToken).ConfigureAwait(false))
        {
            any = true;
            yield return (record.Reference, record.Team);
        }

        if (any)
            yield break;

        // A journal of the first schema has no rows of cases. Its hosts served one organisation, so that ids are enough.
        var seen = new HashSet<CaseReference>();
        var query = new JournalQuery { Kinds = [JournalEntryKind.Decision] };
        await foreach (var entry in _journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (seen.Add(new CaseReference(entry.Tenant, entry.IssueId)))
                yield return (new CaseReference(entry.Tenant, entry.IssueId), null);
        }
    }
}
