namespace AutoResolve.Actions;

/// <summary>An action on its way through a handler's pipeline.</summary>
/// <param name="action">The action.</param>
/// <param name="late">Told how it ended where that is known only after the time limit.</param>
/// <param name="ensure">Makes sure before each attempt that it may still be made.</param>
/// <param name="caller">Whether the caller still waits for it.</param>
internal sealed class HandlerCall(IBoundAction action, Action<ActionOutcome> late, Func<Task> ensure, CancellationToken caller)
{
    private int _attempts;

    public IBoundAction Action => action;

    public Action<ActionOutcome> Late => late;

    public Func<Task> Ensure => ensure;

    public CancellationToken Caller => caller;

    /// <summary>How often it was tried.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Counts an attempt: before it is looked at whether its time is over, so that none is made which was not counted.</summary>
    public int Begin() => Interlocked.Increment(ref _attempts);
}
