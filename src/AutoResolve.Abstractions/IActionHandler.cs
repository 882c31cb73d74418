namespace AutoResolve;

/// <summary>Carries out one kind of action. Made for each call, in a scope of its own, unless the host registers it as a singleton, which
/// is called from several threads.</summary>
/// <remarks><see cref="Name"/>, <see cref="Safety"/>, <see cref="IsIdempotent"/> and what it implements are read once, from one that is
/// made when the rules are loaded; they must be the same of each. A handler may also implement
/// <see cref="IActionVerifier{TParameters}"/>, <see cref="IActionUndo{TParameters}"/> and
/// <see cref="IActionDryRun{TParameters}"/>. </remarks>
/// <typeparam name="TParameters">What a rule's <c>with </c> is bound to, and checked against when the rules are loaded: a class or record
/// whose constructor
/// parameters and settable properties are strings, numbers, booleans, enums, dates, <see cref="TimeSpan"/>, <see cref="Uri"/>, lists and
/// dictionaries of these, or such
/// classes. What is neither nullable nor has a default must be given. Names are compared ignoring case.</typeparam>
public interface IActionHandler<TParameters>
    where TParameters : class
{
    /// <summary>What rules call it, in <c>do</c>: <c>clear-sessions</c>. Two handlers may not share a name.</summary>
    string Name { get; }

    /// <summary>What it may do to the world.</summary>
    ActionSafety Safety { get; }

    /// <summary>
    /// Whether carrying an action out twice with the same key is the same as once. Only then is it tried again, and run again after a
    /// crash.
    /// </summary>
    bool IsIdempotent { get; }

    /// <summary>Carries the action out.</summary>
    /// <param name="context">The action.</param>
    /// <param name="cancellationToken">Signalled at the time limit. An action that does not end then is in doubt.</param>
    /// <returns>How it went. An exception counts as failed, and as transient.</returns>
    ValueTask<ActionOutcome> ExecuteAsync(ActionContext<TParameters> context, CancellationToken cancellationToken);
}
