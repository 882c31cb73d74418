using AutoResolve.Journaling;

namespace AutoResolve.Tests.Actions;

/// <summary>A journal that fails where a test says.</summary>
internal sealed class FaultyJournal : IJournal
{
    private readonly InMemoryJournal _journal = new();

    /// <summary>Whether an entry cannot be written.</summary>
    public Func<JournalEntry, bool> Refuses { get; set; } = _ => false;

    public bool CannotBeRead { get; set; }

    public bool CannotKeepRulebooks { get; set; }

    public ValueTask<AppendResult> AppendAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken = default) =>
        entries.Any(Refuses) ? throw new JournalException("The disk is full.") : _journal.AppendAsync(entries, cancellationToken);

    public IAsyncEnumerable<JournalEntry> ReadAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        CannotBeRead ? throw new JournalException("The disk is gone.") : _journal.ReadAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<JournalCount>> CountAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        CannotBeRead ? throw new JournalException("The disk is gone.") : _journal.CountAsync(query, cancellationToken);

    public ValueTask KeepRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default) =>
        CannotKeepRulebooks ? throw new JournalException("The disk is full.") : _journal.KeepRulebookAsync(revision, archive, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default) => _journal.FindRulebookAsync(revision, cancellationToken);
}
