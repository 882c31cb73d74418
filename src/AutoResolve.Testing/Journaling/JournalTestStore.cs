using AutoResolve.Journaling;

namespace AutoResolve.Testing;

/// <summary>An empty store in which <see cref="JournalContract"/> tries a journal. Each check needs one of its own.</summary>
public abstract class JournalTestStore : IAsyncDisposable
{
    /// <summary>
    /// A stretch of time, at least a second: so long that nothing takes it by itself, and so short that the store can let several of it
    /// pass.
    /// </summary>
    public virtual TimeSpan Unit => TimeSpan.FromSeconds(1);

    /// <summary>
    /// Opens the store as one host would. Each time it is called it is another host, and all find the same journal. What it returns is
    /// disposed after the check where it can be.
    /// </summary>
    public abstract IJournal Open();

    /// <summary>Lets time pass by the journal's clock. By itself it waits; a store whose clock can be set sets it.</summary>
    /// <param name="time">How much.</param>
    public virtual Task PassAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System);

    /// <summary>Removes the store.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }
}
