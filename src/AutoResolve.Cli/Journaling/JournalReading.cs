using System.Runtime.CompilerServices;
using AutoResolve.Journaling;

namespace AutoResolve.Cli.Journaling;

/// <summary>Reads a journal as people ask.</summary>
internal static class JournalReading
{
    public static async Task<bool> HoldsAsync(this IJournal journal, JournalQuery query, CancellationToken cancellationToken)
    {
        await foreach (var _ in journal.ReadAsync(query with { Limit = 1 }, cancellationToken))
            return true;
        return false;
    }

    /// <summary>The newest last, also where only the newest are asked for.</summary>
    public static async IAsyncEnumerable<JournalEntry> InOrderAsync(
        this IJournal journal,
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (!query.NewestFirst)
        {
            await foreach (var entry in journal.ReadAsync(query, cancellationToken))
                yield return entry;
            yield break;
        }

        var newest = new Stack<JournalEntry>();
        await foreach (var entry in journal.ReadAsync(query, cancellationToken))
            newest.Push(entry);
        foreach (var entry in newest)
            yield return entry;
    }
}
