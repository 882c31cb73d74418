namespace AutoResolve;

/// <summary>A handler that can tell what an action would do, without doing it.</summary>
/// <typeparam name="TParameters">The handler's parameters.</typeparam>
public interface IActionDryRun<TParameters>
    where TParameters : class
{
    /// <summary>Called instead of carrying the action out where the host makes a dry run. Must change nothing.</summary>
    /// <param name="context">The action.</param>
    /// <param name="cancellationToken">Signalled at the time limit.</param>
    /// <returns>Succeeded, with what it would do, or why it would not.</returns>
    ValueTask<ActionOutcome> DryRunAsync(ActionContext<TParameters> context, CancellationToken cancellationToken);
}
