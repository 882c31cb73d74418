namespace AutoResolve.Journaling;

/// <summary>The durable record of what was decided, done and said about it. Append-only. Safe for any number of threads; several hosts may share one.</summary>
/// <remarks>A store that holds only Unicode text may put U+FFFD in the place of a zero character or of half a surrogate pair; a query finds the entry all the same.</remarks>
public interface IJournal
{
    /// <summary>Writes entries, all or none.</summary>
    /// <param name="entries">The entries, at least one; their sequence is given here.</param>
    /// <param name="cancellationToken">Ends the wait. The entries may be written all the same.</param>
    /// <returns>Where they stand, once a power cut cannot lose them any more; or that one of their keys is taken, and nothing was written.</returns>
    /// <exception cref="JournalException">It cannot be written: the disk is full, the file is locked, the server is gone.</exception>
    ValueTask<AppendResult> AppendAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken = default);

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
    ValueTask KeepRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default);

    /// <summary>Finds the rule files of a revision.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The files as they were kept; null where they were not.</returns>
    /// <exception cref="JournalException">It cannot be read.</exception>
    ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default);
}
