using AutoResolve.Journaling;

namespace AutoResolve.Journal.Tests;

internal static class ReadingExtensions
{
    public static async Task<IReadOnlyList<JournalEntry>> ListAsync(this IJournal journal, JournalQuery? query = null)
    {
        List<JournalEntry> entries = [];
        await foreach (var entry in journal.ReadAsync(query ?? new JournalQuery()))
            entries.Add(entry);
        return entries;
    }
}
