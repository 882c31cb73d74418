namespace AutoResolve;

/// <summary>A handler that can take its action back.</summary>
/// <typeparam name="TParameters">The handler's parameters.</typeparam>
public interface IActionUndo<TParameters>
    where TParameters : class
{
    /// <summary>Takes an action back that succeeded, because a later one of the same rule did not and the rule asks for it.</summary>
    /// <param name="context">The action.</param>
    /// <param name="cancellationToken">Signalled at the time limit.</param>
    /// <returns>How it went.</returns>
    ValueTask<ActionOutcome> UndoAsync(ActionContext<TParameters> context, CancellationToken cancellationToken);
}
