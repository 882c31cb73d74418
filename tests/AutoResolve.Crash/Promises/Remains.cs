using AutoResolve.Crash.Hosting;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Promises;

/// <summary>What the hosts of a round left behind.</summary>
internal sealed record Remains
{
    /// <summary>The ids of the issues that there were.</summary>
    public required IReadOnlyList<string> Issues { get; init; }

    /// <summary>The journal, in order.</summary>
    public required IReadOnlyList<JournalEntry> Entries { get; init; }

    /// <summary>What the journal says is unfinished.</summary>
    public required IReadOnlyList<JournalEntry> Unfinished { get; init; }
    public required IReadOnlyList<Effect> Effects { get; init; }
    public required IReadOnlyList<Escalation> Escalations { get; init; }
    public required IReadOnlyList<string> Deliveries { get; init; }
    public required IReadOnlyList<string> Acknowledged { get; init; }

    public static async Task<Remains> ReadAsync(string folder, IReadOnlyList<Issue> issues, IJournal journal, CancellationToken cancellationToken) => new()
    {
        Issues = [.. issues.Select(issue => issue.Id)],
        Entries = await ReadAsync(journal, new JournalQuery(), cancellationToken),
        Unfinished = await ReadAsync(journal, new JournalQuery { Unfinished = true }, cancellationToken),
        Effects = [.. LineFile.Read(HostFiles.EffectsPath(folder)).Select(Effect.Parse)],
        Escalations = [.. LineFile.Read(HostFiles.EscalationsPath(folder)).Select(Escalation.Parse)],
        Deliveries = LineFile.Read(HostFiles.DeliveriesPath(folder)),
        Acknowledged = LineFile.Read(HostFiles.AcknowledgedPath(folder)),
    };

    private static async Task<List<JournalEntry>> ReadAsync(IJournal journal, JournalQuery query, CancellationToken cancellationToken)
    {
        List<JournalEntry> entries = [];
        await foreach (var entry in journal.ReadAsync(query, cancellationToken))
            entries.Add(entry);
        return entries;
    }
}
