namespace AutoResolve.Actions;

/// <summary>An action on its way through a handler's pipeline.</summary>
/// <param name="action">The action.</param>
/// <param name="late">Told how it ended where that is known only after the time limit.</param>
/// <param name="ensure">Makes sure before each further attempt that it may still be made.</param>
/// <param name="caller">Whether the caller still waits for it.</param>
internal sealed class HandlerCall(IBoundAction action, Action<ActionOutcome> late, Func<Task> ensure, CancellationToken caller)
{
    public IBoundAction Action => action;

    public Action<ActionOutcome> Late => late;

    public Func<Task> Ensure => ensure;

    public CancellationToken Caller => caller;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }
}
