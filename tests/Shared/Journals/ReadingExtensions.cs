using AutoResolve.Journaling;

namespace AutoResolve.Tests.Journals;

internal static class ReadingExtensions
{
    public static async Task<IReadOnlyList<JournalEntry>> ListAsync(this IJournal journal, JournalQuery? query = null)
    {
        List<JournalEntry> entries = [];
        await foreach (var entry in journal.ReadAsync(query ?? new JournalQuery()))
            entries.Add(entry);
        return entries;
    }

    public static async Task<IReadOnlyList<CaseRecord>> ListCasesAsync(this IJournal journal, CaseQuery query)
    {
        List<CaseRecord> cases = [];
        await foreach (var record in journal.ReadCasesAsync(query))
            cases.Add(record);
        return cases;
    }
}
