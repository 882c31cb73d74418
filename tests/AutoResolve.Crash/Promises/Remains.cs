using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Promises;

/// <summary>What a round left behind.</summary>
internal sealed record Remains
{
    /// <summary>The cases as the journal has them.</summary>
    public required IReadOnlyList<CaseRecord> Cases { get; init; }

    /// <summary>The journal, in order.</summary>
    public required IReadOnlyList<JournalEntry> Entries { get; init; }

    /// <summary>What the journal says is unfinished.</summary>
    public required IReadOnlyList<JournalEntry> Unfinished { get; init; }

    /// <summary>What was done to the world, in order.</summary>
    public required IReadOnlyList<Call> Calls { get; init; }

    /// <summary>What happened to hosts.</summary>
    public required IReadOnlyList<Fault> Faults { get; init; }
    public required IReadOnlyList<Delivery> Deliveries { get; init; }
    public required IReadOnlyList<Approving> Approvings { get; init; }

    public static async Task<Remains> ReadAsync(
        string folder,
        IJournal journal,
        IEnumerable<Fault> faults,
        IEnumerable<Delivery> deliveries,
        IEnumerable<Approving> approvings,
        CancellationToken cancellationToken
    )
    {
        var unfinished = new JournalQuery { Unfinished = true };
        return new Remains
        {
            Cases = await journal.ReadCasesAsync(new CaseQuery(), cancellationToken).ToListAsync(cancellationToken),
            Entries = await journal.ReadAsync(new JournalQuery(), cancellationToken).ToListAsync(cancellationToken),
            Unfinished = await journal.ReadAsync(unfinished, cancellationToken).ToListAsync(cancellationToken),
            Calls = [.. HostFiles.ReadCalls(folder).OrderBy(call => call.Begun)],
            Faults = [.. faults, .. HostFiles.ReadStalls(folder)],
            Deliveries = [.. deliveries],
            Approvings = [.. approvings],
        };
    }

    /// <summary>Puts the journal and the faults beside what the hosts wrote, for whoever looks for what went wrong.</summary>
    public async Task KeepAsync(string folder, CancellationToken cancellationToken)
    {
        await File.WriteAllLinesAsync(Path.Combine(folder, "journal.entries"), Entries.Select(Lines.Write), cancellationToken);
        await File.WriteAllLinesAsync(Path.Combine(folder, "journal.cases"), Cases.Select(Lines.Write), cancellationToken);
        await File.WriteAllLinesAsync(Path.Combine(folder, "journal.faults"), Faults.Select(Lines.Write), cancellationToken);
    }
}
