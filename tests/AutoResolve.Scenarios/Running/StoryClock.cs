namespace AutoResolve.Scenarios.Running;

/// <summary>The time of a run.</summary>
internal abstract class StoryClock
{
    protected static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public abstract TimeProvider Time { get; }

    /// <summary>Begins a story, once its first host has started.</summary>
    public abstract void Begin();

    /// <summary>Waits a moment for something that is about to happen.</summary>
    public abstract Task TickAsync();

    /// <summary>Lets time go by while something is done.</summary>
    /// <param name="work">What is done.</param>
    /// <param name="isIdle">Whether all that is left is to wait.</param>
    public abstract Task AwaitAsync(Task work, Func<bool> isIdle);

    /// <summary>Lets time pass.</summary>
    /// <param name="time">How much.</param>
    /// <param name="parts">In how many parts.</param>
    /// <param name="act">What is done after each.</param>
    public abstract Task PassAsync(TimeSpan time, int parts, Func<Task> act);
}
