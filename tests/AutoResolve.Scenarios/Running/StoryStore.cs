using AutoResolve.Journaling;

namespace AutoResolve.Scenarios.Running;

/// <summary>Where the journal of one run is kept, and by which clock the run goes.</summary>
internal abstract class StoryStore : IAsyncDisposable
{
    public abstract StoryClock Clock { get; }

    /// <summary>How long a host may be silent before another takes its case up; null for the default.</summary>
    public virtual TimeSpan? Lease => null;

    /// <summary>How often hosts look what is due; null for what is usual.</summary>
    public virtual TimeSpan? RefreshInterval => null;

    /// <summary>How long a handler may take; null for the default.</summary>
    public virtual TimeSpan? AttemptTimeout => null;

    /// <summary>How long a journal waits for an answer of its database.</summary>
    public abstract TimeSpan Silence { get; }

    /// <summary>Longer than any lease.</summary>
    public abstract TimeSpan BeyondLease { get; }

    /// <summary>Opens the journal, as each host does for itself.</summary>
    public abstract IJournal Open();

    public abstract ValueTask DisposeAsync();
}
