using AutoResolve.Journaling;

namespace AutoResolve.Crash.Hosting;

/// <summary>A journal that does not do what it says.</summary>
internal sealed class SabotagedJournal(IJournal inner, Sabotage sabotage) : IJournal
{
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(250);

    public async ValueTask<AppendResult> AppendAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken = default)
    {
        if (sabotage == Sabotage.SkipIntents && entries.All(entry => entry.Kind == JournalEntryKind.Intent))
            return new AppendResult(1, null);
        if (sabotage != Sabotage.WriteLate)
            return await inner.AppendAsync(entries, cancellationToken);
        _ = Task.Run(
            async () =>
            {
                await Task.Delay(Late, CancellationToken.None);
                await inner.AppendAsync(entries, CancellationToken.None);
            },
            CancellationToken.None);
        return new AppendResult(1, null);
    }

    public IAsyncEnumerable<JournalEntry> ReadAsync(JournalQuery query, CancellationToken cancellationToken = default) => inner.ReadAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<JournalCount>> CountAsync(JournalQuery query, CancellationToken cancellationToken = default) => inner.CountAsync(query, cancellationToken);

    public ValueTask KeepRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default) => inner.KeepRulebookAsync(revision, archive, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default) => inner.FindRulebookAsync(revision, cancellationToken);
}
