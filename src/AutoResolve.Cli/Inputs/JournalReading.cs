using AutoResolve.Journaling;

namespace AutoResolve.Cli.Inputs;

/// <summary>Reads a journal as people ask.</summary>
internal static class JournalReading
{
    public static async Task<bool> HoldsAsync(this IJournal journal, JournalQuery query, CancellationToken cancellationToken)
    {
        await foreach (var _ in journal.ReadAsync(query with { Limit = 1 }, cancellationToken))
            return true;
        return false;
    }
}
