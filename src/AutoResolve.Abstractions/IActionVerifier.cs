namespace AutoResolve;

/// <summary>A handler that can tell whether its action helped: the account is unlocked, the page loads.</summary>
/// <typeparam name="TParameters">The handler's parameters.</typeparam>
public interface IActionVerifier<TParameters>
    where TParameters : class
{
    /// <summary>Asked after the action succeeded.</summary>
    /// <param name="context">The action.</param>
    /// <param name="cancellationToken">Signalled at the time limit.</param>
    /// <returns>Succeeded where it helped; all else escalates the issue.</returns>
    ValueTask<ActionOutcome> VerifyAsync(ActionContext<TParameters> context, CancellationToken cancellationToken);
}
