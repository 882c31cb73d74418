using System.Collections.Concurrent;
using AutoResolve.Journaling;
using AutoResolve.Scenarios.Worlds;

namespace AutoResolve.Scenarios.Faults;

/// <summary>Counts what the hosts of a run write, and says where it goes wrong.</summary>
internal sealed class FaultPlan(Fault? fault, TimeSpan silence, Timeline timeline, TimeProvider timeProvider)
{
    private readonly ConcurrentQueue<Written> _written = [];
    private int _writes;
    private int _atWork;
    private volatile bool _isSilent;

    /// <summary>How many writes there were so far.</summary>
    public int Writes => Volatile.Read(ref _writes);

    /// <summary>When it went wrong; null where it has not.</summary>
    public long? Struck { get; private set; }

    /// <summary>How many calls have not ended.</summary>
    public int AtWork => Volatile.Read(ref _atWork);

    /// <summary>Whether a host waits for an answer that does not come.</summary>
    public bool IsSilent => _isSilent;

    /// <summary>What was written, by case.</summary>
    public IReadOnlyCollection<Written> WrittenSoFar => _written;

    /// <summary>Counts a write.</summary>
    /// <returns>How it goes wrong; null where it does not.</returns>
    public FaultKind? Next()
    {
        if (Interlocked.Increment(ref _writes) != fault?.Write)
            return null;
        Struck = timeline.Next();
        return fault.Kind;
    }

    public void Begin() => Interlocked.Increment(ref _atWork);

    public void End() => Interlocked.Decrement(ref _atWork);

    public void Wrote(IReadOnlyList<JournalEntry> entries, CaseChange? change)
    {
        var when = timeline.Next();
        var cases = entries.Select(entry => new CaseReference(entry.Tenant, entry.IssueId)).Append(change?.Case.Reference);
        foreach (var reference in cases.OfType<CaseReference>().Distinct())
            _written.Enqueue(new Written(reference, when));
    }

    /// <summary>Waits for an answer that does not come, as long as journals do.</summary>
    /// <exception cref="JournalException">Always.</exception>
    public async Task WaitInVainAsync()
    {
        _isSilent = true;
        await Task.Delay(silence, timeProvider, CancellationToken.None);
        _isSilent = false;
        throw new JournalException("The journal does not answer.");
    }

    /// <summary>Something that was written about a case.</summary>
    internal sealed record Written(CaseReference Case, long When);
}
