using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>A host that is told what to do.</summary>
internal interface IDrivenHost : IAsyncDisposable
{
    HostSettings Settings { get; }

    /// <summary>Whether it takes orders.</summary>
    bool IsUsable { get; }

    /// <summary>Whether it has ended of itself.</summary>
    bool HasFailed { get; }

    /// <returns>What it answers; null where it was killed or stopped before it did.</returns>
    Task<Reply?> SendAsync(Order order);

    /// <summary>Lets it finish what it does, and ends it.</summary>
    /// <returns>What went wrong; null where nothing.</returns>
    Task<string?> CloseAsync();
}
