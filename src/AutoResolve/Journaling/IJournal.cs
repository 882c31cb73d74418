namespace AutoResolve.Journaling;

/// <summary>
/// The durable record of what was decided, done and said about it. Entries are append-only; beside them each case has one row that says
/// where it stands. Safe for any number of threads; several hosts may share one.
/// </summary>
/// <remarks>A store that holds only Unicode text may put U+FFFD in the place of a zero character or of half a surrogate pair; a query
/// finds the entry all the same.</remarks>
public interface IJournal
{
    /// <summary>
    /// Makes the journal ready for a host: creates or migrates what has to be, and makes sure that the host has the journal's secrets.
    /// Called before anything else by whoever processes issues.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The secrets by which what people wrote is keyed.</returns>
    /// <exception cref="JournalException">It cannot be used, or the host has other secrets than the journal was written with.</exception>
    ValueTask<JournalSecrets> OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes entries and the change of a case, all or nothing.</summary>
    /// <param name="entries">The entries; their sequence is given here. At least one, or a change.</param>
    /// <param name="change">How the case they are about changes; null where it does not.</param>
    /// <param name="cancellationToken">Ends the wait. All may be written all the same.</param>
    /// <returns>Where the entries stand, once a power cut cannot lose them any more; or that nothing was written, since a key is taken or
    /// the case is not as expected.</returns>
    /// <exception cref="JournalException">It cannot be written: the disk is full, the file is locked, the server is gone.</exception>
    ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<JournalEntry> entries,
        CaseChange? change = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Renews the lease of a case, which does not count as a change of it.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="version">The version that it must have.</param>
    /// <param name="lease">How long from now on, by the journal's clock, no other host may take it up.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False where the case has another version.</returns>
    /// <exception cref="JournalException">It cannot be written.</exception>
    ValueTask<bool> RenewAsync(CaseReference reference, long version, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Finds a case.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Where it stands; null where the journal knows none.</returns>
    /// <exception cref="JournalException">It cannot be read.</exception>
    ValueTask<CaseRecord?> FindCaseAsync(CaseReference reference, CancellationToken cancellationToken = default);

    /// <summary>Reads cases.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="JournalException">It cannot be read.</exception>
    IAsyncEnumerable<CaseRecord> ReadCasesAsync(CaseQuery query, CancellationToken cancellationToken = default);

    /// <summary>Reads entries.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="JournalException">It cannot be read.</exception>
    IAsyncEnumerable<JournalEntry> ReadAsync(JournalQuery query, CancellationToken cancellationToken = default);

    /// <summary>Counts entries by kind and label; kinds and labels in ascending order.</summary>
    /// <param name="query">Which; its order and limit do not count.</param>
    /// <param name="cancellationToken">Ends counting.</param>
    /// <exception cref="JournalException">It cannot be read.</exception>
    ValueTask<IReadOnlyList<JournalCount>> CountAsync(JournalQuery query, CancellationToken cancellationToken = default);

    /// <summary>Keeps the rule files of a revision, so that its decisions can be replayed. Keeping one again changes nothing.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="archive">The files, packed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="JournalException">It cannot be written.</exception>
    ValueTask SaveRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default);

    /// <summary>Finds the rule files of a revision.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The files as they were kept; null where they were not.</returns>
    /// <exception cref="JournalException">It cannot be read.</exception>
    ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default);
}
