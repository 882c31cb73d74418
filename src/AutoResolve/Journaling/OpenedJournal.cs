namespace AutoResolve.Journaling;

/// <summary>The journal, opened when it is first needed. Where that fails it is tried again by whoever comes next.</summary>
internal sealed class OpenedJournal(IJournal journal)
{
    private volatile CaseKeyring? _keys;

    public IJournal Journal => journal;

    /// <exception cref="JournalException">The journal cannot be used, or the host does not have its secrets.</exception>
    public async ValueTask<CaseKeyring> KeysAsync(CancellationToken cancellationToken) =>
        _keys ??= new CaseKeyring(await journal.OpenAsync(cancellationToken).ConfigureAwait(false));
}
