using AutoResolve.Privacy;

namespace AutoResolve.Journaling;

/// <summary>Erases what a journal keeps of a person, as people may ask for by law.</summary>
/// <remarks>Of each case stay the ids of case and tenant, when what was decided, why, by which rule, with which outcome, type, team and
/// tier,
/// and keyed hashes; a note tells that it was erased, when and by whom. Figures go on counting it as before; its channel, product, language
/// and person are unknown from then on. Copies elsewhere (backups, the ticket system, free pages of a database) are not touched.</remarks>
public static class JournalErasure
{
    /// <summary>Erases all cases of a person. A case that waits for the person or a team is closed in the journal; what comes later in it
    /// is a new beginning. Erasing again goes on where it was interrupted.</summary>
    /// <param name="journal">The journal, with all its secrets: without an old one, what was written with it is not found.</param>
    /// <param name="requester">The id of the person, as issues gave it.</param>
    /// <param name="by">Who erases: an id, not a name.</param>
    /// <param name="tenant">Only of this organisation; empty for none, null for all.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <param name="cancellationToken">Stops it between two cases.</param>
    /// <returns>What was erased.</returns>
    /// <exception cref="JournalException">The journal cannot be read or written.</exception>
    public static async Task<Erasure> EraseRequesterAsync(
        IErasableJournal journal,
        string requester,
        string by,
        string? tenant = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentException.ThrowIfNullOrEmpty(requester);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var keyring = new CaseKeyring(await journal.OpenAsync(cancellationToken).ConfigureAwait(false));
        List<CaseReference> erased = [],
            underWay = [];
        var entries = 0;
        foreach (var key in keyring.All.Select(keys => keys.Requester(requester)!).Distinct(StringComparer.Ordinal))
        {
            var query = new CaseQuery { RequesterKey = key, Tenant = tenant };
            List<CaseRecord> found = [];
            await foreach (var record in journal.ReadCasesAsync(query, cancellationToken).ConfigureAwait(false))
                found.Add(record);
            foreach (var record in found)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await EraseAsync(journal, record, by, timeProvider ?? TimeProvider.System).ConfigureAwait(false) is { } count)
                {
                    erased.Add(record.Reference);
                    entries += count;
                }
                else
                {
                    underWay.Add(record.Reference);
                }
            }
        }

        return new Erasure(erased, entries, underWay);
    }

    /// <summary>What stays of an entry once it is erased, for journals of a host's own: its content is
    /// <c>{"erased":true, …}</c>, with what automation decided, and without all that was said by or of anybody.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The entry, erased; itself where it was, or where it is the note that tells so.</returns>
    /// <exception cref="ArgumentNullException">The entry is null.</exception>
    public static JournalEntry Erase(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return ErasedContent.IsOf(entry) || ErasedContent.IsNote(entry) ? entry : entry with { Content = ErasedContent.Of(entry) };
    }

    // First nobody goes on from what is erased, then it is erased, and last it is not found any more: so erasing can be taken up again.
    private static async Task<int?> EraseAsync(IErasableJournal journal, CaseRecord record, string by, TimeProvider timeProvider)
    {
        if (record.Owner == CaseOwner.Automation)
            return null;
        var note = new JournalEntry
        {
            At = timeProvider.GetUtcNow(),
            Kind = JournalEntryKind.Note,
            Tenant = record.Reference.Tenant,
            IssueId = record.Reference.IssueId,
            Label = ErasedContent.Label,
            Content = JournalJson.Write(new ErasureContent(new PersonalDataRedactor().Redact(by))),
        };
        var closed = new CaseRecord
        {
            Reference = record.Reference,
            Owner = CaseOwner.Nobody,
            RequesterKey = record.RequesterKey,
        };
        if (!await ChangeAsync(journal, [note], closed, record.Version).ConfigureAwait(false))
            return null;
        var count = await journal.EraseAsync(record.Reference).ConfigureAwait(false);
        await ChangeAsync(journal, [], closed with { RequesterKey = null }, record.Version + 1).ConfigureAwait(false);
        return count;
    }

    private static async Task<bool> ChangeAsync(IErasableJournal journal, JournalEntry[] entries, CaseRecord to, long version)
    {
        var change = new CaseChange
        {
            Case = to,
            ExpectedVersion = version,
            TakesUp = true,
        };
        return (await journal.AppendAsync(entries, change).ConfigureAwait(false)).Written;
    }
}
